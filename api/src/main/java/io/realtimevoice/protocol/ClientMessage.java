package io.realtimevoice.protocol;

import io.realtimevoice.StartRequest;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A JSON text message of a client; binary messages are audio and have no type of their own. */
public sealed interface ClientMessage {

  /**
   * {@code hello}: a client that speaks first. Answered with the same {@code welcome} again,
   * however often it is sent.
   *
   * @param version the protocol version that the client wants
   * @param locale the language of the user; null if the client did not say
   * @param nonce comes back in the welcome, and so proves that both directions work; null if the
   *     client asks for no proof
   */
  record Hello(int version, @Nullable Locale locale, @Nullable String nonce)
      implements ClientMessage {}

  /**
   * {@code start}: opens a stream.
   *
   * @param request what the client asks for
   */
  record Start(StartRequest request) implements ClientMessage {
    /** Checks the request. */
    public Start {
      Objects.requireNonNull(request, "request");
    }
  }

  /**
   * {@code audio}: audio of a client that cannot send binary messages.
   *
   * @param data the decoded bytes, from position to limit
   * @param isEnd whether this is the last of the stream, as a {@code stop} behind it
   */
  record Audio(ByteBuffer data, boolean isEnd) implements ClientMessage {
    /** Checks the data. */
    public Audio {
      Objects.requireNonNull(data, "data");
    }
  }

  /** {@code stop}: no more audio; the stream finishes. */
  record Stop() implements ClientMessage {}
}

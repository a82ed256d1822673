package io.realtimevoice.protocol;

import io.realtimevoice.StartRequest;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A JSON text message of a client; binary messages are audio and have no type of their own. */
public sealed interface ClientMessage {

  /**
   * Whether it counts for {@code received}, and is sent again on a new connection if the server
   * lacks it; as binary messages do.
   *
   * @return false for what has its meaning only on the connection on which it was sent
   */
  default boolean isReliable() {
    return this instanceof Start || this instanceof Audio || this instanceof Stop;
  }

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

  /**
   * {@code ack}: what the client has got.
   *
   * @param received how many reliable messages of this session, from its begin
   */
  record Ack(long received) implements ClientMessage {}

  /**
   * {@code heartbeat}: answered with an {@code ack} at once.
   *
   * @param received as in {@link Ack}
   */
  record Heartbeat(long received) implements ClientMessage {}

  /**
   * {@code resume}: goes on with a session on a new connection; once for a connection, and before
   * any reliable message on it.
   *
   * @param sessionId the session's id
   * @param resumeToken the last one that the client was given; a secret: not in {@link #toString()}
   * @param received as in {@link Ack}
   */
  record Resume(String sessionId, String resumeToken, long received) implements ClientMessage {
    /** Checks what must not be null. */
    public Resume {
      Objects.requireNonNull(sessionId, "sessionId");
      Objects.requireNonNull(resumeToken, "resumeToken");
    }

    @Override
    public String toString() {
      return "Resume[sessionId=" + sessionId + ", received=" + received + "]";
    }
  }

  /**
   * {@code report}: what the client saw of earlier connections, for whoever mends them.
   *
   * @param verdict the cause that it found; null if it found none
   */
  record Report(@Nullable String verdict) implements ClientMessage {}
}

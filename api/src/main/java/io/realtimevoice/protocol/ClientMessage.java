package io.realtimevoice.protocol;

import io.realtimevoice.StartRequest;
import java.nio.ByteBuffer;
import java.util.List;
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
   * @param token the one of the {@code start} by which the client has its stream; null if that had
   *     none; a secret: not in {@link #toString()}
   */
  record Resume(String sessionId, String resumeToken, long received, @Nullable String token)
      implements ClientMessage {
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
   * {@code report}: what the client saw of an earlier connection, for whoever mends it. Names are
   * of letters and underscores, at most 32; what a client sends beyond that is left out.
   *
   * @param verdict the cause that it found; null if it found none
   * @param confidence how sure it is; null if it does not say
   * @param nonce of the {@code hello} on the connection that it is about; null if it said none
   * @param sessionId the session that the connection had; null if it had none
   * @param timeline what the client saw, oldest first
   */
  record Report(
      @Nullable String verdict,
      @Nullable String confidence,
      @Nullable String nonce,
      @Nullable String sessionId,
      List<Step> timeline)
      implements ClientMessage {

    /** How many steps of a timeline are taken. */
    public static final int MAX_STEPS = 200;

    /** Takes a copy. */
    public Report {
      timeline = List.copyOf(timeline);
    }

    /** Without the nonce, which is the key to a connection's diagnosis. */
    @Override
    public String toString() {
      return "Report[verdict=" + verdict + ", steps=" + timeline.size() + "]";
    }

    /**
     * Something that the client saw.
     *
     * @param at when, in milliseconds after the client began to connect
     * @param event what, such as {@code open}
     * @param verdict the cause of it; null if there is none
     * @param code a close code or an HTTP status; null if there is none
     * @param number a count; null if there is none
     */
    public record Step(
        long at,
        String event,
        @Nullable String verdict,
        @Nullable Long code,
        @Nullable Long number) {
      /** Checks what must not be null. */
      public Step {
        Objects.requireNonNull(event, "event");
      }
    }
  }
}

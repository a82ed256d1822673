package io.realtimevoice.protocol;

import io.realtimevoice.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A JSON text message of the server; binary messages are audio and have no type of their own. */
public sealed interface ServerMessage {

  /**
   * {@code welcome}: the first message, sent again until the client shows that it got it.
   *
   * @param message the greeting that a user may read
   * @param timestamp when this attempt was made, in milliseconds since the epoch
   * @param version the protocol version that the server speaks
   * @param sessionId the session's id; the same in every attempt
   * @param attempt counts the attempts from 1
   * @param limits what the client must keep to; null where there is nothing but text
   * @param formats the values of {@code voiceFormat} that {@code start} may name; empty where there
   *     is no audio
   * @param nonce of the client's last {@code hello}; null before the first, or if it had none
   * @param resume how the session outlives its connection; null where it does not
   */
  record Welcome(
      String message,
      long timestamp,
      int version,
      String sessionId,
      int attempt,
      @Nullable Limits limits,
      List<Integer> formats,
      @Nullable String nonce,
      @Nullable Resumption resume)
      implements ServerMessage {
    /** Takes a copy of the formats. */
    public Welcome {
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(sessionId, "sessionId");
      formats = List.copyOf(formats);
    }
  }

  /**
   * What a client must keep to.
   *
   * @param maxTextChars the longest text message, in UTF-16 code units
   * @param maxBinaryBytes the longest binary message, in bytes
   * @param startTimeoutMs how long a connection may stay without a stream, in milliseconds
   */
  record Limits(int maxTextChars, int maxBinaryBytes, long startTimeoutMs) {}

  /**
   * How a session outlives its connection: the fields {@code resumeToken}, {@code heartbeatMs} and
   * {@code resumeWindowMs} of the welcome.
   *
   * @param token proves that a later connection is the same client's; a secret: not in {@link
   *     #toString()}
   * @param heartbeatMs after how much silence of the other side each side sends a heartbeat, in
   *     milliseconds
   * @param windowMs how long the session waits for its client, in milliseconds
   */
  record Resumption(String token, long heartbeatMs, long windowMs) {
    /** Checks the token. */
    public Resumption {
      Objects.requireNonNull(token, "token");
    }

    @Override
    public String toString() {
      return "Resumption[heartbeatMs=" + heartbeatMs + ", windowMs=" + windowMs + "]";
    }
  }

  /**
   * {@code ready}: the stream takes audio.
   *
   * @param message a text that a user may read
   */
  record Ready(String message) implements ServerMessage {
    /** Checks the message. */
    public Ready {
      Objects.requireNonNull(message, "message");
    }
  }

  /**
   * {@code result}: partial or final text.
   *
   * @param voiceId the stream's id; the same in all its results
   * @param transcript the text and its words
   */
  record Result(String voiceId, Transcript transcript) implements ServerMessage {
    /** Checks what must not be null. */
    public Result {
      Objects.requireNonNull(voiceId, "voiceId");
      Objects.requireNonNull(transcript, "transcript");
    }
  }

  /**
   * {@code stopped}: the stream has ended; nothing of it follows.
   *
   * @param message a text that a user may read
   * @param logId under which the server's log has this connection
   * @param text the whole text
   * @param audioSize how much audio the stream took, in bytes
   * @param duration how long that audio was, in milliseconds; null where it is not known
   */
  record Stopped(String message, String logId, String text, long audioSize, @Nullable Long duration)
      implements ServerMessage {
    /** Checks what must not be null. */
    public Stopped {
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(logId, "logId");
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * {@code error}: something went wrong.
   *
   * @param code what went wrong, for programs; also says whether a close follows
   * @param message what went wrong, for the user, in the user's language
   * @param retryAfter how long the client should wait; zero: the message says nothing of it
   * @param received with {@link ErrorCode#RESUME_LOST}: how many reliable messages of the client
   *     were dealt with; null where that is nobody's business
   */
  record ErrorMessage(ErrorCode code, String message, Duration retryAfter, @Nullable Long received)
      implements ServerMessage {
    /** Checks what must not be null. */
    public ErrorMessage {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(retryAfter, "retryAfter");
    }

    /**
     * An error with the delay of the close that follows, if one does.
     *
     * @param code what went wrong, for programs
     * @param message what went wrong, for the user
     */
    public ErrorMessage(ErrorCode code, String message) {
      this(
          code,
          message,
          code.close()
              .filter(CloseCode::retryable)
              .map(CloseCode::retryAfter)
              .orElse(Duration.ZERO),
          null);
    }
  }

  /**
   * {@code ack}: what the server has dealt with.
   *
   * @param received how many reliable messages of this session, from its begin
   */
  record Ack(long received) implements ServerMessage {}

  /**
   * {@code heartbeat}: the server has heard nothing for a while; answered with an {@code ack}.
   *
   * @param received as in {@link Ack}
   * @param timestamp when it was made, in milliseconds since the epoch
   */
  record Heartbeat(long received, long timestamp) implements ServerMessage {}

  /**
   * {@code resumed}: the session goes on here; what the client's count lacks follows. Comes behind
   * the welcome that answers the {@code hello} before the {@code resume}.
   *
   * @param sessionId the session's id
   * @param resumeToken for the next time; a secret: not in {@link #toString()}
   * @param received as in {@link Ack}: the client sends the rest again
   */
  record Resumed(String sessionId, String resumeToken, long received) implements ServerMessage {
    /** Checks what must not be null. */
    public Resumed {
      Objects.requireNonNull(sessionId, "sessionId");
      Objects.requireNonNull(resumeToken, "resumeToken");
    }

    @Override
    public String toString() {
      return "Resumed[sessionId=" + sessionId + ", received=" + received + "]";
    }
  }

  /**
   * {@code goaway}: the server is going down.
   *
   * @param reason a word for programs, such as {@code draining}
   * @param retryAfterMs within which each client comes back at a random time after the close, in
   *     milliseconds
   */
  record GoAway(String reason, long retryAfterMs) implements ServerMessage {
    /** Checks the reason. */
    public GoAway {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * {@code gap}: played audio was left out here, because the client takes it too slowly.
   *
   * @param droppedBytes how much
   */
  record Gap(long droppedBytes) implements ServerMessage {}

  /**
   * {@code echo}: the self-test's answer to a text message.
   *
   * @param original the client's message, to the letter
   * @param timestamp when it was received, in milliseconds since the epoch
   */
  record Echo(String original, long timestamp) implements ServerMessage {
    /** Checks the original. */
    public Echo {
      Objects.requireNonNull(original, "original");
    }
  }
}

package io.realtimevoice.protocol;

import io.realtimevoice.Transcript;
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
   */
  record Welcome(
      String message,
      long timestamp,
      int version,
      String sessionId,
      int attempt,
      @Nullable Limits limits,
      List<Integer> formats,
      @Nullable String nonce)
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
   */
  record ErrorMessage(ErrorCode code, String message) implements ServerMessage {
    /** Checks what must not be null. */
    public ErrorMessage {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(message, "message");
    }
  }

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

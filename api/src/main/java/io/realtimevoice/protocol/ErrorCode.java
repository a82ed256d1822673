package io.realtimevoice.protocol;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be wrong, as {@code error.code} tells programs. */
public enum ErrorCode {
  /** The text is no JSON object with a {@code type}. */
  MALFORMED(null),
  /** A field has the wrong JSON type or an impossible value. */
  BAD_FIELD(null),
  /** There is no such message type. */
  UNKNOWN_TYPE(null),
  /** {@code voiceFormat} names no format that the welcome lists. */
  UNSUPPORTED_FORMAT(null),
  /** Audio came while no stream was open; told once until the next {@code start}. */
  AUDIO_WITHOUT_START(null),
  /** The audio cannot be right: broken base64, or half a sample. The message was left out. */
  BAD_AUDIO(null),
  /** The stream takes no audio; told once for a stream. */
  AUDIO_NOT_WANTED(null),
  /** {@code start} differs from the one whose stream is still open. */
  ALREADY_STARTED(null),
  /** {@code stop} came while no stream was open. */
  NOT_STARTED(null),
  /** The application refuses the stream; the message says why. */
  STREAM_REFUSED(null),
  /** Audio comes faster than it is dealt with: nothing more for {@code retryAfterMs}, please. */
  TOO_FAST(null),
  /** One message after the other was wrong. */
  TOO_MANY_ERRORS(CloseCode.MALFORMED),
  /** The message is longer than the limits in the welcome. */
  TOO_BIG(CloseCode.TOO_BIG),
  /** The client sends too much too fast, and did not slow down when it was told. */
  FLOOD(CloseCode.TOO_FAST),
  /** The origin of the page, or a check of the application's, forbids this connection. */
  REFUSED(CloseCode.POLICY),
  /** The client is not who it says it is. */
  NOT_AUTHENTICATED(CloseCode.NOT_AUTHENTICATED),
  /** The client speaks a protocol version that the server does not. */
  UNSUPPORTED_VERSION(CloseCode.VERSION),
  /**
   * The session cannot be resumed: start over. The same for a session that never was, one that has
   * ended, a wrong token and somebody else's.
   */
  RESUME_LOST(CloseCode.RESUME_LOST),
  /** An {@code ack}, {@code heartbeat} or {@code resume} counts messages that were never sent. */
  BAD_COUNT(CloseCode.MALFORMED),
  /** The server takes no more connections, or no more sessions, for now. */
  OVERLOADED(CloseCode.OVERLOADED),
  /** The server finishes what runs and begins nothing new. */
  DRAINING(CloseCode.DRAINING),
  /** No stream was opened in time. */
  START_TIMEOUT(CloseCode.START_TIMEOUT),
  /** The application's code failed. */
  HANDLER_FAILED(CloseCode.INTERNAL_ERROR),
  /** The application's code did not answer in time. */
  HANDLER_TIMEOUT(CloseCode.INTERNAL_ERROR),
  /** The channel's own code failed. */
  INTERNAL(CloseCode.INTERNAL_ERROR);

  private final @Nullable CloseCode close;

  ErrorCode(@Nullable CloseCode close) {
    this.close = close;
  }

  /**
   * Whether a close follows.
   *
   * @return true if the connection cannot go on
   */
  public boolean fatal() {
    return close != null;
  }

  /**
   * The close that follows a fatal error.
   *
   * @return empty if the connection goes on
   */
  public Optional<CloseCode> close() {
    return Optional.ofNullable(close);
  }
}

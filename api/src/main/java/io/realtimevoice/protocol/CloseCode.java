package io.realtimevoice.protocol;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Every code with which the channel closes a connection, and what a client should make of it.
 *
 * <p>1000 to 1013 are those of the <a
 * href="https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number">IANA
 * registry</a> (RFC 6455, section 7.4); 4400 and up are private to this protocol, the last three
 * digits in the spirit of the HTTP status where there is one.
 */
public enum CloseCode {
  /** All said. */
  NORMAL(1000, "normal closure", false, false, 0),
  /** The application is being undeployed, or the client navigated away. */
  GOING_AWAY(1001, "going away", true, true, 1_000),
  /** The handshake was refused: by the origin, or by a check of the application's. */
  POLICY(1008, "refused by policy", false, false, 0),
  /** A message was longer than the limits in the welcome. */
  TOO_BIG(1009, "message too big", false, false, 0),
  /** The server's or the application's code failed. */
  INTERNAL_ERROR(1011, "internal error", true, false, 2_000),
  /** The server is restarting. */
  RESTART(1012, "service restart", true, true, 2_000),
  /** The server takes no more connections for now. */
  OVERLOADED(1013, "try again later", true, true, 5_000),
  /** The client's messages cannot be understood. */
  MALFORMED(4400, "malformed messages", false, false, 0),
  /** The client is not who it says it is. */
  NOT_AUTHENTICATED(4401, "not authenticated", false, false, 0),
  /** The client speaks a protocol version that the server does not. */
  VERSION(4406, "unsupported protocol version", false, false, 0),
  /** The client opened no stream in time. */
  START_TIMEOUT(4408, "no start in time", true, false, 0),
  /** A newer connection has taken the session over. */
  SUPERSEDED(4409, "superseded by a newer connection", false, false, 0),
  /** The session cannot be resumed any more. */
  RESUME_LOST(4410, "resume window lost", true, false, 0),
  /** The client sends more than the server answers. */
  TOO_FAST(4429, "too many messages", true, true, 5_000),
  /** The peer was not heard of in time. */
  HEARTBEAT_LOST(4480, "heartbeat lost", true, true, 0),
  /** The client does not take what the server sends. */
  TOO_SLOW(4481, "reads too slowly", true, true, 1_000),
  /** The server finishes what runs and begins nothing new. */
  DRAINING(4503, "draining", true, true, 2_000);

  private final int code;
  private final String reason;
  private final boolean retryable;
  private final boolean resumable;
  private final Duration retryAfter;

  CloseCode(int code, String reason, boolean retryable, boolean resumable, long retryAfterMillis) {
    this.code = code;
    this.reason = reason;
    this.retryable = retryable;
    this.resumable = resumable;
    this.retryAfter = Duration.ofMillis(retryAfterMillis);
  }

  /**
   * The number on the wire.
   *
   * @return 1000 to 1013, or 4400 to 4503
   */
  public int code() {
    return code;
  }

  /**
   * The reason text of the close frame.
   *
   * @return English, at most 123 bytes of UTF-8 (RFC 6455, section 5.5)
   */
  public String reason() {
    return reason;
  }

  /**
   * Whether the same client may succeed with a new connection.
   *
   * @return false if it would only be closed again
   */
  public boolean retryable() {
    return retryable;
  }

  /**
   * Whether the session may be resumed on a new connection.
   *
   * @return false if the session has ended with the connection
   */
  public boolean resumable() {
    return resumable;
  }

  /**
   * How long a client should wait before a new connection.
   *
   * @return zero: no longer than it would anyway
   */
  public Duration retryAfter() {
    return retryAfter;
  }

  /**
   * The entry of a number.
   *
   * @param code the number on the wire
   * @return empty for a number that this channel does not send
   */
  public static Optional<CloseCode> of(int code) {
    return Arrays.stream(values()).filter(c -> c.code == code).findFirst();
  }
}

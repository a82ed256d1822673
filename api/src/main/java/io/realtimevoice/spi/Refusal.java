package io.realtimevoice.spi;

import io.realtimevoice.protocol.ErrorCode;
import java.util.Objects;

/**
 * Why a connection is refused.
 *
 * @param error {@link ErrorCode#REFUSED} or {@link ErrorCode#NOT_AUTHENTICATED}, or another fatal
 *     one
 * @param reason for the log; not sent to the client
 */
public record Refusal(ErrorCode error, String reason) {

  /** Checks that the error is a fatal one. */
  public Refusal {
    Objects.requireNonNull(reason, "reason");
    if (!error.fatal()) {
      throw new IllegalArgumentException("a refusal needs a fatal error code, not " + error);
    }
  }

  /**
   * This client may not connect.
   *
   * @param reason for the log
   * @return a refusal with close code 1008
   */
  public static Refusal forbidden(String reason) {
    return new Refusal(ErrorCode.REFUSED, reason);
  }

  /**
   * This client is not who it says it is.
   *
   * @param reason for the log
   * @return a refusal with close code 4401
   */
  public static Refusal notAuthenticated(String reason) {
    return new Refusal(ErrorCode.NOT_AUTHENTICATED, reason);
  }
}

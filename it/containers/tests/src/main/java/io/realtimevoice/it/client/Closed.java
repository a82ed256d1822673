package io.realtimevoice.it.client;

import java.time.Duration;

/**
 * How a connection ended.
 *
 * @param sinceOpen the time from the open of the socket to its end
 * @param code the close code; 1006 if the connection ended without a close frame
 * @param reason the close reason, or for 1006 what the client saw instead
 */
public record Closed(Duration sinceOpen, int code, String reason) {

  /** What RFC 6455 reserves for a connection that ended without a close frame. */
  public static final int WITHOUT_CLOSE_FRAME = 1006;
}

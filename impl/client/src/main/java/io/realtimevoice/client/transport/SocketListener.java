package io.realtimevoice.client.transport;

import io.realtimevoice.diagnosis.Finding;
import java.nio.ByteBuffer;

/**
 * What happens to a socket: one call at a time, none after {@code onClose} or {@code onFailure}.
 */
public interface SocketListener {

  /**
   * The handshake begins. Until then the socket waits for a thread of this machine, and for nothing
   * else; {@code onOpen} without it says both.
   */
  default void onBegin() {}

  /** The handshake is done. Messages may have come before. */
  void onOpen();

  /**
   * A text message.
   *
   * @param text the whole message
   */
  void onText(String text);

  /**
   * A binary message.
   *
   * @param data the listener's own
   */
  void onBinary(ByteBuffer data);

  /**
   * The end.
   *
   * @param code 1006 if there was no close frame
   * @param reason of the close frame
   */
  void onClose(int code, String reason);

  /**
   * The end of a socket that never was open.
   *
   * @param finding why; its evidence names no user, token or query
   * @param retryAfterMs how long the server wants to be left alone, in milliseconds; 0 if it does
   *     not say
   */
  void onFailure(Finding finding, long retryAfterMs);
}

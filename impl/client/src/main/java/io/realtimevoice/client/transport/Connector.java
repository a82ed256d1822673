package io.realtimevoice.client.transport;

/** Opens WebSockets to one server. */
@FunctionalInterface
public interface Connector {

  /**
   * Begins to open one; does not wait for it.
   *
   * @param listener is told what becomes of it, on any thread, maybe before this returns
   * @return takes it back, too, while it is not open yet
   */
  Socket connect(SocketListener listener);

  /**
   * Whether the handshake names an origin, as that of a web page does.
   *
   * @return false unless the application asks for one
   */
  default boolean sendsOrigin() {
    return false;
  }
}

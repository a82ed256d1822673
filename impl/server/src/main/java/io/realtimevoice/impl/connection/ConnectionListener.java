package io.realtimevoice.impl.connection;

import io.realtimevoice.event.ConnectionClosed;
import io.realtimevoice.event.WelcomeDelivered;
import io.realtimevoice.event.WelcomeFailed;
import io.realtimevoice.protocol.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Told what happens on connections; the first argument, or the event, names the connection. Called
 * on the scheduler's or the container's threads; must not throw.
 */
public interface ConnectionListener {

  /** A connection was opened; what goes over it is counted from here on. */
  void opened(String id, Traffic traffic);

  /** An error goes to the peer. */
  default void told(String id, ErrorCode code) {}

  /** The channel is the one that ends a connection; {@link #closed} follows. */
  default void closing(String id, int closeCode) {}

  /** A connection has ended: the last that is told of it. */
  void closed(ConnectionClosed event);

  /** The channel closes a connection that cannot go on. */
  void broken(String id, int closeCode, @Nullable Throwable cause);

  /** A frame could not be sent and is tried again; no cause: the connection was not open. */
  void retrying(String id, int time, @Nullable Throwable cause);

  /** Played audio was dropped because the client takes it too slowly. */
  void audioDropped(String id, int bytes);

  /** A welcome goes to the container. */
  void welcomeAttempted(String id, int attempt);

  /** The container has written a welcome. */
  void welcomeSent(String id, int attempt, Duration afterOpen);

  /** The peer's WebSocket stack has a welcome. */
  void welcomeReceived(String id, Duration afterOpen);

  /** The peer's code has a welcome. */
  void welcomeDelivered(WelcomeDelivered event);

  /** The peer's code has shown no sign of a welcome in time. */
  void welcomeFailed(WelcomeFailed event);

  /** The peer's code has spoken, when the delivery of the welcome had failed already. */
  void welcomeLate(String id, Duration afterOpen);
}

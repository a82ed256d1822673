package io.realtimevoice.impl.websocket;

import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.Liveness;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.protocol.CloseCode;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The connections of an application, one for each Jakarta WebSocket session. */
public final class Connections {

  private static final String KEY = Connection.class.getName();

  private final Function<Session, Connection> maker;
  private final Liveness liveness;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private volatile boolean down;

  /**
   * No connections yet.
   *
   * @param maker makes the connection of a session
   * @param liveness watches their deadlines
   */
  public Connections(Function<Session, Connection> maker, Liveness liveness) {
    this.maker = maker;
    this.liveness = liveness;
  }

  /**
   * The connection of a session, made at the first call.
   *
   * @param session of any endpoint
   * @return always the same for the same session
   */
  public Connection of(Session session) {
    synchronized (session) {
      Optional<Connection> known = known(session);
      if (known.isPresent()) {
        return known.get();
      }
      Connection made = maker.apply(session);
      session.getUserProperties().put(KEY, made);
      open.add(made);
      liveness.watch(made);
      made.whenEnded(code -> forget(made));
      receivePongs(session, made);
      if (down) {
        made.closeInPlace(CloseCode.GOING_AWAY);
      }
      return made;
    }
  }

  /**
   * The connection of a session, if it was ever asked for.
   *
   * @param session of any endpoint, even when the application has stopped
   * @return empty if there is none
   */
  public static Optional<Connection> known(Session session) {
    return Optional.ofNullable(session.getUserProperties().get(KEY)).map(Connection.class::cast);
  }

  /**
   * How many there are.
   *
   * @return connections that have not ended
   */
  public int size() {
    return open.size();
  }

  /** Closes all with 1001, within the call, and from here on each new one at once. */
  public void shutDown() {
    down = true;
    for (Connection each : open) {
      each.closeInPlace(CloseCode.GOING_AWAY);
    }
  }

  private void forget(Connection connection) {
    open.remove(connection);
    liveness.forget(connection);
  }

  private static void receivePongs(Session session, Connection connection) {
    try {
      session.addMessageHandler(
          PongMessage.class, message -> connection.pong(message.getApplicationData()));
    } catch (IllegalStateException e) {
      Message.NO_PONG.log(connection.id());
    }
  }
}

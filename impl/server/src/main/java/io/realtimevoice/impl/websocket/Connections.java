package io.realtimevoice.impl.websocket;

import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.Liveness;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.protocol.CloseCode;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The connections of an application, one for each Jakarta WebSocket session. */
public final class Connections {

  private static final String KEY = Connection.class.getName();

  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

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

  /**
   * Closes all with 1001, within the call, and from here on each new one at once. What was sent
   * before still leaves, if the clients take it in a moment.
   */
  public void shutDown() {
    down = true;
    List<Connection> all = List.copyOf(open);
    List<Connection> busy = all.stream().filter(each -> !each.isIdle()).toList();
    CountDownLatch ended = new CountDownLatch(busy.size());
    for (Connection each : busy) {
      each.whenEnded(code -> ended.countDown());
      each.close(CloseCode.GOING_AWAY);
    }
    await(ended);
    all.forEach(each -> each.closeInPlace(CloseCode.GOING_AWAY));
  }

  private static void await(CountDownLatch ended) {
    try {
      if (!ended.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
        Message.LAST_WORDS_LOST.log(ended.getCount());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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

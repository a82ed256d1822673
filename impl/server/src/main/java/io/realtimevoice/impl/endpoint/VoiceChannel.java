package io.realtimevoice.impl.endpoint;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.realtimevoice.VoiceHandler;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.runtime.Channel;
import io.realtimevoice.impl.runtime.ChannelRuntime;
import io.realtimevoice.impl.session.Application;
import io.realtimevoice.impl.session.Client;
import io.realtimevoice.impl.session.Conversation;
import io.realtimevoice.impl.session.Environment;
import io.realtimevoice.impl.session.Line;
import io.realtimevoice.impl.session.Sessions;
import io.realtimevoice.impl.store.InMemorySessionStore;
import io.realtimevoice.impl.websocket.Handshakes;
import io.realtimevoice.interceptor.Logged;
import io.realtimevoice.interceptor.StateChecked;
import io.realtimevoice.interceptor.Welcomed;
import io.realtimevoice.protocol.ServerMessage;
import io.realtimevoice.spi.HandshakeCheck;
import io.realtimevoice.spi.SessionStore;
import io.realtimevoice.spi.VoiceAuthenticator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The bean behind the channel's endpoint. The bindings stand here, not on the endpoint, because not
 * every server intercepts the callbacks of an endpoint.
 */
@ApplicationScoped
public class VoiceChannel {

  /** Beyond what the drain takes by itself: only if no thread is left to do it. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String KEY = Line.class.getName();

  @Inject ChannelRuntime runtime;
  // Not the bean itself: the container would complain of its absence before we say what to do.
  @Inject Instance<VoiceHandler> handlers;
  @Inject Instance<VoiceAuthenticator> authenticators;
  @Inject Instance<HandshakeCheck> checks;
  @Inject Instance<SessionStore> stores;

  private final Places places = new Places();
  private @Nullable Sessions sessions;

  /**
   * Opens a connection: checks its handshake, and begins its session; the welcome follows.
   *
   * @param session that was opened
   */
  @Logged
  @StateChecked
  @Welcomed
  public void open(Session session) {
    Channel channel = runtime.channel();
    Connection connection = channel.connections().of(session);
    Gate gate = new Gate(channel, session, connection);
    if (!gate.passesOrigin()
        || !gate.takes(places, channel.settings().maxConnections())
        || !gate.mayStay(sessions(channel))
        || !gate.passes(checks.stream())) {
      return;
    }
    String message = channel.greetings().text(session);
    if (!connection.isOpen()) {
      // The application took too long, and the client was told so.
      return;
    }
    SessionLimits.set(session, channel.settings(), 0);
    ServerMessage.Limits limits = limits(channel.settings().session());
    Client client =
        new Client(
            Handshakes.of(session),
            channel.greetings().locale(session),
            (id, resume) -> channel.greetings().toChannel(message, id, limits, resume));
    session.getUserProperties().put(KEY, sessions(channel).begin(connection, client));
  }

  /**
   * The container has closed a connection.
   *
   * @param session that was closed
   * @param reason what the container gives
   */
  @Logged
  @Welcomed
  public void close(Session session, CloseReason reason) {}

  /**
   * The container reports an error, which a close follows if it is one of the connection.
   *
   * @param session on which it happened
   * @param error what happened
   */
  @Logged
  public void error(Session session, Throwable error) {
    Message.TRANSPORT_ERROR.log(session.getId(), error.getClass().getName());
  }

  /**
   * What takes the messages of a connection.
   *
   * @param session that was opened
   * @return null if the connection was refused
   */
  static @Nullable Line line(Session session) {
    return session.getUserProperties().get(KEY) instanceof Line known ? known : null;
  }

  /** The application goes away: streams may finish, for a while; returns when they have. */
  void awaitStreams() {
    Sessions known = running();
    if (known == null || !runtime.isRunning()) {
      return;
    }
    Duration limit = runtime.channel().settings().drainTimeout();
    try {
      drain(known, limit).toCompletableFuture().get(limit.plus(PATIENCE).toMillis(), MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      Message.TASK_FAILED.log(e);
    }
  }

  /** Streams may finish, for a while; then all connections are closed. */
  CompletionStage<Void> drain(Duration limit) {
    Sessions known = sessions(runtime.channel());
    return drain(known, limit).thenRun(known::leave);
  }

  /** The sessions of the running channel. */
  Sessions sessions() {
    return sessions(runtime.channel());
  }

  private static CompletionStage<Void> drain(Sessions sessions, Duration limit) {
    Message.DRAINING.log(sessions.size(), limit.toMillis());
    return sessions.drain(limit).thenRun(Message.DRAINED::log);
  }

  private synchronized @Nullable Sessions running() {
    return sessions;
  }

  /** Ends all sessions. */
  synchronized void shutDown() {
    if (sessions != null) {
      sessions.shutDown();
    }
  }

  private synchronized Sessions sessions(Channel channel) {
    Sessions known = sessions;
    if (known == null) {
      known =
          new Sessions(
              new Environment(
                  new Application(handlers.get(), authenticators.stream().findFirst().orElse(null)),
                  channel.settings().session(),
                  channel.codec(),
                  channel.scheduler(),
                  channel.reports()),
              channel.settings().sessions(),
              channel.liveness(),
              stores.stream().findFirst().orElseGet(() -> ownStore(channel)));
      sessions = known;
    }
    return known;
  }

  private static SessionStore ownStore(Channel channel) {
    return new InMemorySessionStore(
        channel.settings().maxConnections(), channel.scheduler()::nanoTime);
  }

  private static ServerMessage.Limits limits(Conversation.Limits limits) {
    return new ServerMessage.Limits(
        limits.maxTextChars(), limits.maxBinaryBytes(), limits.startTimeout().toMillis());
  }
}

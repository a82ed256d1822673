package io.realtimevoice.client.websocket;

import io.realtimevoice.client.execution.SharedThreads;
import io.realtimevoice.client.network.Causes;
import jakarta.websocket.WebSocketContainer;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.client.RedirectException;
import org.glassfish.tyrus.client.RetryAfterException;
import org.glassfish.tyrus.client.SslEngineConfigurator;
import org.glassfish.tyrus.client.ThreadPoolConfig;
import org.glassfish.tyrus.client.auth.AuthenticationException;
import org.glassfish.tyrus.container.jdk.client.JdkClientContainer;
import org.glassfish.tyrus.core.HandshakeException;

/**
 * What is known of Tyrus alone. Its container on the JDK's asynchronous channels has one group of
 * threads for all connections of the JVM.
 */
final class Tyrus {

  /**
   * As few as Tyrus allows, besides one that waits for events, and ours where all of them are busy.
   * Always the same, or Tyrus would begin again with others.
   */
  private static final ThreadPoolConfig THREADS =
      ThreadPoolConfig.defaultConfig()
          .setMaxPoolSize(3)
          .setQueue(new Forwarding(SharedThreads.network()))
          .setDaemon(true);

  private static final int UNAUTHORIZED = 401;
  private static final int UNAVAILABLE = 503;
  private static final String NO_ANSWER = "Handshake response not received.";

  private static final WebSocketContainer SESSIONS = new SessionDefaults();

  private Tyrus() {}

  static WebSocketContainer container(Route route) {
    ClientManager container =
        ClientManager.createClient(JdkClientContainer.class.getName(), SESSIONS);
    Map<String, Object> properties = container.getProperties();
    properties.put(ClientProperties.HANDSHAKE_TIMEOUT, route.handshakeTimeoutMs());
    properties.put(ClientProperties.WORKER_THREAD_POOL_CONFIG, THREADS);
    if ("wss".equalsIgnoreCase(route.uri().getScheme())) {
      // Tyrus 2.1.5 takes the context of the standard configuration only where this one is wrong.
      properties.put(
          ClientProperties.SSL_ENGINE_CONFIGURATOR, new SslEngineConfigurator(tls(route)));
    }
    HttpProxy proxy = route.proxy();
    if (proxy != null) {
      properties.put(ClientProperties.PROXY_URI, "http://" + proxy);
      if (proxy.authorization() != null) {
        properties.put(
            ClientProperties.PROXY_HEADERS, Map.of("Proxy-Authorization", proxy.authorization()));
      }
    }
    return container;
  }

  static Failure failure(Throwable thrown) {
    Optional<HandshakeException> refused = Causes.in(thrown, HandshakeException.class);
    if (refused.isPresent()) {
      return refused(refused.get());
    }
    return NO_ANSWER.equals(thrown.getMessage()) ? Failure.timeout() : Failure.of(thrown);
  }

  /** Not every kind has the status that was answered. */
  private static Failure refused(HandshakeException refused) {
    if (refused instanceof AuthenticationException) {
      return Failure.status(UNAUTHORIZED);
    }
    if (refused instanceof RetryAfterException later) {
      Long seconds = later.getDelay();
      return seconds == null || seconds < 0
          ? Failure.status(UNAVAILABLE)
          : Failure.later(TimeUnit.SECONDS.toMillis(seconds));
    }
    String message = String.valueOf(refused.getMessage());
    int status = refused.getHttpStatusCode();
    return refused instanceof RedirectException || message.contains(Integer.toString(status))
        ? Failure.status(status)
        : Failure.noWebSocket(message);
  }

  private static SSLContext tls(Route route) {
    SSLContext given = route.tls();
    try {
      return given == null ? SSLContext.getDefault() : given;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JVM has no TLS by default; give a context", e);
    }
  }
}

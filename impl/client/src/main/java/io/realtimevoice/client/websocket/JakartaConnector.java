package io.realtimevoice.client.websocket;

import io.realtimevoice.client.transport.Connector;
import io.realtimevoice.client.transport.Socket;
import io.realtimevoice.client.transport.SocketListener;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.WebSocketContainer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Sockets on the Jakarta WebSocket client API. Its handshake waits, so it needs threads for that.
 */
public final class JakartaConnector implements Connector {

  private static final String ORIGIN = "Origin";

  /** For a container that ends by itself what takes too long, and says more of it. */
  private static final int GRACE_MS = 100;

  private final Route route;
  private final WebSocketContainer container;
  private final Failure.Reader failures;
  private final Executor waiting;

  private JakartaConnector(
      Route route, WebSocketContainer container, Failure.Reader failures, Executor waiting) {
    this.route = route;
    this.container = container;
    SecondLook look = new SecondLook(route, Clock.systemUTC());
    this.failures = thrown -> look.at(failures.read(thrown), thrown);
    this.waiting = waiting;
  }

  /**
   * On Tyrus.
   *
   * @param route to the server
   * @param waiting for handshakes and closes
   * @return one that has its settings alone, and its threads together with all others of the JVM
   */
  public static JakartaConnector onTyrus(Route route, Executor waiting) {
    return new JakartaConnector(route, Tyrus.container(route), Tyrus::failure, waiting);
  }

  /**
   * On any other container.
   *
   * @param route to the server
   * @param container knows the proxy, if there is one
   * @param waiting for handshakes and closes
   * @return one that cannot tell the HTTP status of a refusal
   */
  public static JakartaConnector on(Route route, WebSocketContainer container, Executor waiting) {
    return new JakartaConnector(route, container, Failure::of, waiting);
  }

  @Override
  public Socket connect(SocketListener listener) {
    JakartaSocket socket = new JakartaSocket(listener, failures, waiting);
    socket.open(
        () -> container.connectToServer(socket, config(), route.uri()),
        route.handshakeTimeoutMs() + GRACE_MS);
    return socket;
  }

  @Override
  public boolean sendsOrigin() {
    return route.headers().keySet().stream().anyMatch(ORIGIN::equalsIgnoreCase);
  }

  private ClientEndpointConfig config() {
    ClientEndpointConfig.Builder builder =
        ClientEndpointConfig.Builder.create().configurator(new Headers(route.headers()));
    if (route.tls() != null) {
      builder.sslContext(route.tls());
    }
    return builder.build();
  }

  private static final class Headers extends ClientEndpointConfig.Configurator {
    private final Map<String, List<String>> headers;

    Headers(Map<String, List<String>> headers) {
      this.headers = headers;
    }

    @Override
    public void beforeRequest(Map<String, List<String>> request) {
      // Tyrus 2.1.5 names the server itself, which is foreign behind a proxy that changes the host.
      request.keySet().removeIf(ORIGIN::equalsIgnoreCase);
      request.putAll(headers);
    }
  }
}

package io.realtimevoice.sample.embedded;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.util.Set;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.tyrus.container.grizzly.server.WebSocketAddOn;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.ServerContainer;
import org.glassfish.tyrus.spi.WebSocketEngine;

/**
 * Tyrus on Grizzly, listening on 127.0.0.1 only.
 *
 * <p>Tyrus 2.1.5 has such a container, but it always listens on 0.0.0.0 (hard-coded in {@code
 * GrizzlyServerContainer}). The way from Grizzly to Tyrus, {@link WebSocketAddOn}, is public with a
 * constructor that is not, hence the reflection.
 */
public final class LoopbackTyrus extends TyrusServerContainer {

  /** Any port that is free: {@link #getPort} then tells which one it is. */
  public static final int ANY_FREE_PORT = 0;

  private static final String LOOPBACK = "127.0.0.1";

  private final WebSocketEngine engine = TyrusWebSocketEngine.builder(this).build();
  private final HttpServer http = new HttpServer();
  private final NetworkListener listener;
  private final ClassLoader application;
  private String contextPath = "";

  /**
   * Prepares the server.
   *
   * @param port to listen on
   * @param endpoints annotated classes
   * @param application the context class loader of the threads that call the endpoints; has the
   *     static files
   */
  public LoopbackTyrus(int port, Set<Class<?>> endpoints, ClassLoader application) {
    super(endpoints);
    this.application = application;
    listener = new NetworkListener("loopback", LOOPBACK, port);
    listener.setTransport(
        TCPNIOTransportBuilder.newInstance()
            .setIOStrategy(WorkerThreadIOStrategy.getInstance())
            .setWorkerThreadPoolConfig(
                ThreadPoolConfig.defaultConfig().copy().setInitialClassLoader(application))
            .build());
    listener.getKeepAlive().setIdleTimeoutInSeconds(-1);
    http.addListener(listener);
  }

  /**
   * Begins to listen.
   *
   * @param rootPath the context path
   * @throws IOException if the port cannot be had
   * @throws DeploymentException if an endpoint is not right
   */
  public void start(String rootPath) throws IOException, DeploymentException {
    start(rootPath, listener.getPort());
  }

  @Override
  public void start(String rootPath, int port) throws IOException, DeploymentException {
    contextPath = rootPath;
    serveDiagnostics(rootPath);
    StaticFiles.serve(http.getServerConfiguration(), rootPath, application);
    AddOn webSockets = webSocketAddOn(rootPath);
    listener.registerAddOn(
        (network, filters) -> {
          webSockets.setup(network, filters);
          // Right beside HTTP itself, which is the last on the way out.
          filters.add(filters.indexOfType(HttpServerFilter.class) + 1, new EndOfFailedHandshakes());
        });
    super.start(rootPath, port);
    http.start();
  }

  private void serveDiagnostics(String rootPath) throws DeploymentException {
    try {
      DiagnosticsPages.serve(http.getServerConfiguration(), rootPath, application);
    } catch (ReflectiveOperationException e) {
      throw new DeploymentException("the application has no channel to diagnose", e);
    }
  }

  private AddOn webSocketAddOn(String rootPath) throws DeploymentException {
    try {
      Constructor<WebSocketAddOn> constructor =
          WebSocketAddOn.class.getDeclaredConstructor(ServerContainer.class, String.class);
      constructor.setAccessible(true);
      return constructor.newInstance(this, rootPath);
    } catch (ReflectiveOperationException e) {
      throw new DeploymentException("Tyrus is not the version that this was written for", e);
    }
  }

  @Override
  public void stop() {
    super.stop();
    http.shutdownNow();
  }

  @Override
  public int getPort() {
    return listener.getPort();
  }

  @Override
  public void register(Class<?> endpoint) throws DeploymentException {
    engine.register(endpoint, contextPath);
  }

  @Override
  public void register(ServerEndpointConfig endpoint) throws DeploymentException {
    engine.register(endpoint, contextPath);
  }

  @Override
  public WebSocketEngine getWebSocketEngine() {
    return engine;
  }
}

package io.realtimevoice.sample.embedded;

import io.realtimevoice.impl.endpoint.RealtimeVoiceEndpoint;
import io.realtimevoice.impl.endpoint.SelfTestEndpoint;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The application's beans in Weld SE, and the channel's endpoints in Tyrus on Grizzly. */
public final class EmbeddedServer implements AutoCloseable {

  private static final String CONTEXT_PATH = "/sample";

  /** This process has a hook of its own, which knows what is to be stopped first. */
  private static final String WELDS_OWN_HOOK = "org.jboss.weld.se.shutdownHook";

  private final SeContainer beans;
  private final LoopbackTyrus server;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread atExit = new Thread(this::stop, "stop-realtime-voice-sample");

  private EmbeddedServer(SeContainer beans, LoopbackTyrus server) {
    this.beans = beans;
    this.server = server;
  }

  /**
   * Starts it, on the loopback interface only.
   *
   * @param port 0 for any that is free
   * @return running
   * @throws IOException if the port cannot be had
   */
  public static EmbeddedServer start(int port) throws IOException {
    SeContainer beans =
        SeContainerInitializer.newInstance().addProperty(WELDS_OWN_HOOK, false).initialize();
    LoopbackTyrus server =
        new LoopbackTyrus(
            port,
            Set.of(RealtimeVoiceEndpoint.class, SelfTestEndpoint.class),
            Thread.currentThread().getContextClassLoader());
    try {
      server.start(CONTEXT_PATH);
    } catch (IOException | DeploymentException e) {
      beans.close();
      server.stop();
      throw new IOException("no server on port " + port + ": " + e.getMessage(), e);
    }
    EmbeddedServer running = new EmbeddedServer(beans, server);
    Runtime.getRuntime().addShutdownHook(running.atExit);
    return running;
  }

  /**
   * Where it is.
   *
   * @return with the context path and without a slash at the end
   */
  public URI uri() {
    return URI.create("ws://127.0.0.1:" + server.getPort() + CONTEXT_PATH);
  }

  /**
   * Where the console page is.
   *
   * @return for a browser on this machine
   */
  public URI console() {
    return URI.create("http" + uri().toString().substring("ws".length()) + StaticFiles.CONSOLE);
  }

  /**
   * Waits until it was stopped, as by Ctrl-C.
   *
   * @throws InterruptedException if the thread was
   */
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  @Override
  public void close() {
    if (stopped.getCount() > 0) {
      Runtime.getRuntime().removeShutdownHook(atExit);
      stop();
    }
  }

  /** The beans first: their end closes the clients, for which the server must still be there. */
  private void stop() {
    beans.close();
    server.stop();
    stopped.countDown();
  }
}

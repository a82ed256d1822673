package io.realtimevoice.client.websocket;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.Endpoint;
import jakarta.websocket.Extension;
import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.glassfish.tyrus.core.ExecutorServiceProvider;

/** What sessions of Tyrus take from their container; connects nothing. */
final class SessionDefaults extends ExecutorServiceProvider implements WebSocketContainer {

  private final ScheduledExecutorService timers = new NoTimers();

  @Override
  public ExecutorService getExecutorService() {
    return timers;
  }

  @Override
  public ScheduledExecutorService getScheduledExecutorService() {
    return timers;
  }

  @Override
  public int getDefaultMaxBinaryMessageBufferSize() {
    return JakartaSocket.MAX_MESSAGE;
  }

  @Override
  public int getDefaultMaxTextMessageBufferSize() {
    return JakartaSocket.MAX_MESSAGE;
  }

  @Override
  public long getDefaultAsyncSendTimeout() {
    return 0;
  }

  @Override
  public long getDefaultMaxSessionIdleTimeout() {
    return 0;
  }

  @Override
  public Set<Extension> getInstalledExtensions() {
    return Set.of();
  }

  @Override
  public void setDefaultMaxBinaryMessageBufferSize(int max) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setDefaultMaxTextMessageBufferSize(int max) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setAsyncSendTimeout(long timeout) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setDefaultMaxSessionIdleTimeout(long timeout) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Session connectToServer(Object endpoint, URI path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Session connectToServer(Class<?> endpoint, URI path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Session connectToServer(Endpoint endpoint, ClientEndpointConfig config, URI path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Session connectToServer(
      Class<? extends Endpoint> endpoint, ClientEndpointConfig config, URI path) {
    throw new UnsupportedOperationException();
  }
}

package io.realtimevoice.impl.websocket;

import io.realtimevoice.impl.connection.Transport;
import io.realtimevoice.protocol.CloseCode;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A Jakarta WebSocket session as transport, by its asynchronous remote only. */
public final class WebSocketTransport implements Transport {

  private static final String TYRUS = "org.glassfish.tyrus.";

  private static final Completion NOBODY = failure -> {};

  /** How long a peer may neither read nor write before it has answered our close. */
  private static final long LINGER_MILLIS = 10_000;

  private final Session session;
  private final RemoteEndpoint.Async remote;
  private final String id;
  private final SendHandler handler;
  private volatile Completion completion = NOBODY;

  /**
   * The transport of a session.
   *
   * @param session that was opened
   */
  public WebSocketTransport(Session session) {
    this.session = session;
    this.remote = session.getAsyncRemote();
    this.id = session.getId();
    this.handler = result -> completion.completed(failure(result.isOK(), result.getException()));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean isOpen() {
    return session.isOpen();
  }

  @Override
  public void sendText(String text, Completion whenSent) {
    completion = whenSent;
    remote.sendText(text, handler);
  }

  @Override
  public void sendBinary(ByteBuffer data, Completion whenSent) {
    completion = whenSent;
    remote.sendBinary(data, handler);
  }

  @Override
  public void ping(ByteBuffer payload) throws IOException {
    remote.sendPing(payload);
  }

  @Override
  public void close(CloseCode code) {
    if (!isTyrus()) {
      doNotLinger();
    }
    try {
      session.close(new CloseReason(CloseCodes.getCloseCode(code.code()), code.reason()));
    } catch (IOException | IllegalStateException e) {
      // It is closed already, or so broken that there is nobody to tell.
    }
  }

  /**
   * To a peer that reads nothing, a close frame never leaves, and it never answers one: Undertow
   * 2.3 and Jetty 12 then keep the socket for ever, unless it may be idle for some time only.
   */
  private void doNotLinger() {
    try {
      session.setMaxIdleTimeout(LINGER_MILLIS);
    } catch (RuntimeException e) {
      // It is closed already.
    }
  }

  /**
   * Tyrus 2.1.5 on Grizzly keeps the socket even so, until all was written that it has; and where
   * the timeout was 0 before, it may take another for over at once, and close with 1000 in our
   * place.
   */
  private boolean isTyrus() {
    return session.getClass().getName().startsWith(TYRUS);
  }

  private static @Nullable Throwable failure(boolean ok, @Nullable Throwable exception) {
    if (ok) {
      return null;
    }
    return exception != null ? exception : new IOException("the container gives no reason");
  }
}

package io.realtimevoice.impl.endpoint;

import io.realtimevoice.protocol.Protocol;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The self-test's endpoint: a welcome, then every message comes back. No authentication, no
 * handler: what fails here is the path, not the application.
 */
@Dependent
@ServerEndpoint(value = Protocol.TEST_PATH, configurator = HandshakeConfigurator.class)
public class SelfTestEndpoint {

  private @Nullable SelfTestChannel channel;

  /**
   * A connection was opened.
   *
   * @param session the connection
   */
  @OnOpen
  public void onOpen(Session session) {
    try {
      SelfTestChannel found = CDI.current().select(SelfTestChannel.class).get();
      channel = found;
      found.open(session);
    } catch (RuntimeException | Error e) {
      LastResort.close(session, e);
    }
  }

  /**
   * A text message has come.
   *
   * @param text the whole message
   * @param session the connection
   */
  @OnMessage
  public void onText(String text, Session session) {
    SelfTestChannel opened = channel;
    if (opened != null) {
      try {
        opened.text(session, text);
      } catch (RuntimeException | Error e) {
        LastResort.close(session, e);
      }
    }
  }

  /**
   * A binary message has come.
   *
   * @param data the whole message
   * @param session the connection
   */
  @OnMessage
  public void onBinary(ByteBuffer data, Session session) {
    SelfTestChannel opened = channel;
    if (opened != null) {
      try {
        opened.binary(session, data);
      } catch (RuntimeException | Error e) {
        LastResort.close(session, e);
      }
    }
  }

  /**
   * The connection was closed.
   *
   * @param session the connection
   * @param reason what the container gives
   */
  @OnClose
  public void onClose(Session session, CloseReason reason) {
    SelfTestChannel opened = channel;
    if (opened != null) {
      try {
        opened.close(session, reason);
      } catch (IllegalStateException e) {
        // The application has stopped.
      }
    }
  }

  /**
   * The container reports an error, which the close that follows tells of.
   *
   * @param session the connection
   * @param error what happened
   */
  @OnError
  public void onError(Session session, Throwable error) {
    // Without this method, servers write a stack trace for every client that vanishes.
  }
}

package io.realtimevoice.impl.endpoint;

import io.realtimevoice.impl.session.Line;
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
 * The channel's endpoint, one instance for a connection: finds the bean behind it once, and passes
 * on.
 *
 * <p>{@code @Dependent}, because Open Liberty injects into no endpoint without a scope; looked up,
 * not injected, because Tyrus without a container makes endpoints without CDI.
 */
@Dependent
@ServerEndpoint(value = Protocol.STREAM_PATH, configurator = HandshakeConfigurator.class)
public class RealtimeVoiceEndpoint {

  private @Nullable VoiceChannel channel;
  private @Nullable Line line;

  /**
   * A connection was opened.
   *
   * @param session the connection
   */
  @OnOpen
  public void onOpen(Session session) {
    try {
      VoiceChannel found = CDI.current().select(VoiceChannel.class).get();
      channel = found;
      found.open(session);
      line = VoiceChannel.line(session);
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
    Line current = line(session);
    if (current != null) {
      try {
        current.text(text);
      } catch (RuntimeException | Error e) {
        current.broken(e);
      }
    }
  }

  /**
   * A binary message has come.
   *
   * @param audio the whole message; the container's, and used only within the call
   * @param session the connection
   */
  @OnMessage
  public void onAudio(ByteBuffer audio, Session session) {
    Line current = line(session);
    if (current != null) {
      try {
        current.audio(audio);
      } catch (RuntimeException | Error e) {
        current.broken(e);
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
    VoiceChannel opened = channel;
    if (opened != null) {
      try {
        opened.close(session, reason);
      } catch (IllegalStateException e) {
        // The application has stopped, and has told its sessions so.
      }
    }
  }

  /**
   * The container reports an error.
   *
   * @param session the connection
   * @param error what happened
   */
  @OnError
  public void onError(Session session, Throwable error) {
    VoiceChannel opened = channel;
    if (opened != null) {
      opened.error(session, error);
    }
  }

  private @Nullable Line line(Session session) {
    if (line == null) {
      line = VoiceChannel.line(session);
    }
    return line;
  }
}

package io.realtimevoice.it.application;

import io.realtimevoice.ChannelControl;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Duration;

/**
 * An operator's way to let the channel run empty: any message does it, and is answered at the end.
 */
@ServerEndpoint(OperatorEndpoint.PATH)
public class OperatorEndpoint {

  /** Below the application's context path. */
  public static final String PATH = "/operator";

  @OnMessage
  public void drain(String seconds, Session session) {
    CDI.current()
        .select(ChannelControl.class)
        .get()
        .drain(Duration.ofSeconds(Long.parseLong(seconds)))
        .thenRun(() -> session.getAsyncRemote().sendText("{\"type\":\"drained\"}", result -> {}));
  }
}

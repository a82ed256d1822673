package io.realtimevoice.it.application;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** Tells a test what the {@link Witness} sees from now on; any message asks for the counts. */
@ServerEndpoint(WitnessEndpoint.PATH)
public class WitnessEndpoint {

  /** Below the context path. */
  public static final String PATH = "/witness";

  /** Registers the test. */
  @OnOpen
  public void open(Session session) {
    witness().listen(session);
    witness().count();
  }

  /** Tells the counts. */
  @OnMessage
  public void ask(String question) {
    witness().count();
  }

  /** Forgets the test. */
  @OnClose
  public void close(Session session) {
    witness().leave(session);
  }

  /** Nothing to do: a close follows. */
  @OnError
  public void error(Throwable error) {}

  private static Witness witness() {
    return CDI.current().select(Witness.class).get();
  }
}

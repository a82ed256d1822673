package io.realtimevoice.it.application;

import io.realtimevoice.ChannelControl;
import io.realtimevoice.event.ConnectionClosed;
import io.realtimevoice.event.SessionEnded;
import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.event.WelcomeDelivered;
import io.realtimevoice.event.WelcomeFailed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sees the channel's events, and tells whoever listens at {@link WitnessEndpoint}. */
@ApplicationScoped
public class Witness {

  @Inject ChannelControl control;

  private final Set<Session> listeners = ConcurrentHashMap.newKeySet();

  void listen(Session session) {
    listeners.add(session);
  }

  void leave(Session session) {
    listeners.remove(session);
  }

  /** How many connections and sessions the channel has. */
  void count() {
    tell(
        Json.createObjectBuilder()
            .add("type", "Count")
            .add("connections", control.connections())
            .add("sessions", control.sessions()));
  }

  void on(@Observes SessionStarted event) {
    tell(
        Json.createObjectBuilder()
            .add("type", "SessionStarted")
            .add("sessionId", event.sessionId())
            .add("connectionId", event.connectionId()));
  }

  void on(@Observes SessionEnded event) {
    tell(
        Json.createObjectBuilder()
            .add("type", "SessionEnded")
            .add("sessionId", event.sessionId())
            .add("reason", event.reason().name())
            .add("streams", event.streams())
            .add("audioBytes", event.audioBytes()));
  }

  void on(@Observes WelcomeDelivered event) {
    tell(
        Json.createObjectBuilder()
            .add("type", "WelcomeDelivered")
            .add("connectionId", event.connectionId())
            .add("attempts", event.attempts())
            .add("received", event.received() != null));
  }

  void on(@Observes WelcomeFailed event) {
    tell(
        Json.createObjectBuilder()
            .add("type", "WelcomeFailed")
            .add("connectionId", event.connectionId())
            .add("attempts", event.attempts())
            .add("reached", event.reached().name())
            .add("cause", event.cause().name()));
  }

  void on(@Observes ConnectionClosed event) {
    tell(
        Json.createObjectBuilder()
            .add("type", "ConnectionClosed")
            .add("connectionId", event.connectionId())
            .add("closeCode", event.closeCode()));
  }

  private synchronized void tell(JsonObjectBuilder event) {
    String text = event.build().toString();
    listeners.removeIf(listener -> !sent(listener, text));
  }

  private static boolean sent(Session listener, String text) {
    try {
      listener.getBasicRemote().sendText(text);
      return true;
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }
}

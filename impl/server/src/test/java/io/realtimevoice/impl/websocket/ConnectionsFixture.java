package io.realtimevoice.impl.websocket;

import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.ConnectionFixture;
import io.realtimevoice.impl.connection.Liveness;
import io.realtimevoice.impl.connection.ManualScheduler;
import io.realtimevoice.impl.connection.RecordingListener;
import java.time.Duration;

/** Connections on fake sessions, in virtual time. */
final class ConnectionsFixture {

  final ManualScheduler scheduler = new ManualScheduler();
  final RecordingListener events = new RecordingListener();
  final Liveness liveness = new Liveness(scheduler);
  final Connections connections =
      new Connections(
          session ->
              new Connection(
                  new WebSocketTransport(session),
                  scheduler,
                  ConnectionFixture.LIMITS,
                  events,
                  (attempt, nonce) -> "welcome " + attempt),
          liveness);

  void advance(long millis) {
    scheduler.advance(Duration.ofMillis(millis));
  }
}

package io.realtimevoice.impl.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.EndReason;
import io.realtimevoice.event.ConnectionClosed;
import io.realtimevoice.event.DeliveryRung;
import io.realtimevoice.event.SessionEnded;
import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.event.WelcomeDelivered;
import io.realtimevoice.event.WelcomeFailed;
import io.realtimevoice.impl.connection.ManualScheduler;
import io.realtimevoice.impl.connection.Traffic;
import io.realtimevoice.impl.diagnosis.FlightRecorder;
import io.realtimevoice.impl.diagnosis.Tape;
import io.realtimevoice.impl.log.LogCapture;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportsTest {

  private static final Duration TIME = Duration.ofMillis(1_234);

  private final LogCapture log = new LogCapture();
  private final ManualScheduler scheduler = new ManualScheduler();
  private final List<Object> seen = new ArrayList<>();
  private final FlightRecorder recorder =
      new FlightRecorder(10, InstantSource.system(), scheduler::nanoTime, Tape.NONE);
  private final Reports reports = new Reports(new Observers(scheduler, seen::add), recorder);

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void tellObserversInTheOrderOfTheEvents() {
    List<Object> events =
        List.of(
            new SessionStarted("s", "c"),
            new WelcomeDelivered("c", 1, TIME, TIME, TIME),
            new WelcomeFailed("c", DeliveryRung.SENT, 5, WelcomeFailed.Cause.PATH, TIME),
            new SessionEnded("s", "c", EndReason.COMPLETED, 2, 640, TIME),
            new ConnectionClosed("c", 1000, TIME));
    reports.started((SessionStarted) events.get(0));
    reports.welcomeDelivered((WelcomeDelivered) events.get(1));
    reports.welcomeFailed((WelcomeFailed) events.get(2));
    reports.ended((SessionEnded) events.get(3));
    reports.closed((ConnectionClosed) events.get(4));
    scheduler.run();

    assertEquals(events, seen);
  }

  @Test
  void writeALineForEveryRungOfTheLadder() {
    reports.welcomeAttempted("c", 1);
    reports.welcomeSent("c", 1, TIME);
    reports.welcomeReceived("c", TIME);
    reports.welcomeDelivered(new WelcomeDelivered("c", 2, null, null, TIME));
    reports.welcomeLate("c", TIME);

    assertEquals(
        List.of(
            "RV0201 [c] welcome: attempt 1",
            "RV0202 [c] welcome: attempt 1 sent after 1234 ms",
            "RV0203 [c] welcome: received by the client's WebSocket stack after 1234 ms",
            "RV0204 [c] welcome: acknowledged after 1234 ms, sent 2 times",
            "RV0207 [c] welcome: acknowledged only after 1234 ms"),
        log.lines());
  }

  @Test
  void writeHowFarAFailedWelcomeGot() {
    reports.welcomeFailed(
        new WelcomeFailed("c", DeliveryRung.SENT, 5, WelcomeFailed.Cause.PATH, TIME));
    reports.welcomeFailed(
        new WelcomeFailed("c", DeliveryRung.RECEIVED, 1, WelcomeFailed.Cause.CLOSED, TIME));

    assertEquals(
        List.of(
            "RV0205 [c] welcome: not acknowledged in 1234 ms, sent 5 times, got as far as SENT: "
                + WelcomeFailed.Cause.PATH.explanation(),
            "RV0206 [c] welcome: the connection ended after 1234 ms, sent 1 times, got as far as"
                + " RECEIVED"),
        log.lines());
  }

  @Test
  void writeTheLifeOfAConnection() {
    IOException cause = new IOException("broken pipe");
    reports.opened("c", new Traffic());
    reports.retrying("c", 1, null);
    reports.retrying("c", 2, cause);
    reports.audioDropped("c", 640);
    reports.broken("c", 4481, null);
    reports.broken("c", 1011, cause);
    reports.closed(new ConnectionClosed("c", 1006, TIME));

    assertEquals(
        List.of(
            "RV0101 [c] opened",
            "RV0104 [c] not sent (the connection was not open, or the send failed), try 1 follows",
            "RV0104 [c] not sent (the connection was not open, or the send failed), try 2 follows",
            "RV0105 [c] 640 bytes of played audio dropped: the client takes it too slowly",
            "RV0103 [c] cannot go on, closing with 4481",
            "RV0103 [c] cannot go on, closing with 1011",
            "RV0102 [c] closed with 1006 after 1234 ms: CONNECTION_LOST, confidence MEDIUM (closed"
                + " with 1006 by the client or the network after 1234 ms; the last sign was 1234 ms"
                + " before)"),
        log.lines());
  }

  @Test
  void writeTheEndOfASession() {
    reports.ended(new SessionEnded("s", "c", EndReason.ABANDONED, 2, 64_000, TIME));

    assertEquals(
        List.of("RV0303 [c] session s ended: ABANDONED, 2 streams, 64000 bytes of audio"),
        log.lines());
  }
}

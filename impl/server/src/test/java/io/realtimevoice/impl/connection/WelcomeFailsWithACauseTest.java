package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.event.DeliveryRung;
import io.realtimevoice.event.WelcomeFailed;
import io.realtimevoice.event.WelcomeFailed.Cause;
import io.realtimevoice.protocol.CloseCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WelcomeFailsWithACauseTest {

  private static final Duration LIMIT = ConnectionFixture.LIMITS.welcomeTimeout();

  private final ConnectionFixture fixture = new ConnectionFixture();

  @Test
  void sentAndNotReceivedIsThePath() {
    fixture.connection.welcome();
    fixture.scheduler.advance(LIMIT);

    assertEquals(List.of(failed(DeliveryRung.SENT, 5, Cause.PATH, LIMIT)), failures());
    assertTrue(fixture.connection.isOpen());
  }

  @Test
  void receivedAndNotAnsweredIsTheClient() {
    fixture.connection.welcome();
    fixture.advance(30);
    fixture.connection.pong(fixture.transport.pong());
    fixture.scheduler.advance(LIMIT);

    assertEquals(List.of(failed(DeliveryRung.RECEIVED, 5, Cause.CLIENT, LIMIT)), failures());
    assertTrue(fixture.connection.isOpen());
  }

  @Test
  void neverWrittenIsNotSent() {
    fixture.liveness.stop();
    fixture.transport.completedByHand();
    fixture.connection.welcome();
    fixture.scheduler.advance(LIMIT);

    assertEquals(List.of(failed(DeliveryRung.ATTEMPTED, 1, Cause.NOT_SENT, LIMIT)), failures());
  }

  @Test
  void neverOpenEndsTheConnectionBeforeTheDeadline() {
    fixture.transport.open(false);
    fixture.connection.welcome();
    fixture.scheduler.advance(LIMIT);

    assertEquals(
        List.of(failed(DeliveryRung.NONE, 1, Cause.CLOSED, Duration.ofMillis(300))), failures());
    assertEquals(
        List.of(
            "opened",
            "retrying 1",
            "retrying 2",
            "retrying 3",
            "broken 4480",
            "failed at 300: CLOSED",
            "closed 4480"),
        fixture.events.told());
  }

  @Test
  void closedBeforeAnythingCouldBeKnown() {
    fixture.connection.welcome();
    fixture.advance(30);
    fixture.connection.closed(1001);
    fixture.scheduler.advance(LIMIT);

    assertEquals(
        List.of(failed(DeliveryRung.SENT, 1, Cause.CLOSED, Duration.ofMillis(30))), failures());
  }

  @Test
  void theDeadlineCountsFromTheOpen() {
    fixture.advance(6_000);
    fixture.connection.welcome();
    fixture.scheduler.advance(LIMIT);

    assertEquals(List.of(failed(DeliveryRung.SENT, 5, Cause.PATH, LIMIT)), failures());
  }

  @Test
  void notAMomentTooEarly() {
    fixture.connection.welcome();
    fixture.scheduler.advance(LIMIT.minusNanos(1));

    assertEquals(List.of(), failures());
  }

  @Test
  void anAcknowledgedWelcomeFailsNeitherByTimeNorByTheClose() {
    fixture.connection.welcome();
    fixture.advance(30);
    fixture.connection.acknowledged();
    fixture.scheduler.advance(LIMIT);
    fixture.connection.close(CloseCode.NORMAL);
    fixture.scheduler.run();

    assertEquals(List.of(), failures());
  }

  @Test
  void aConnectionThatWasNeverWelcomedHasNothingToFail() {
    fixture.connection.closed(1001);
    fixture.connection.welcome();
    fixture.scheduler.advance(LIMIT);

    assertEquals(List.of(), failures());
    assertEquals(List.of(), fixture.transport.written());
  }

  @Test
  void theClientMaySpeakLateAndIsToldOfOnce() {
    fixture.connection.welcome();
    fixture.scheduler.advance(LIMIT);
    fixture.events.take();
    fixture.advance(5_000);
    fixture.connection.acknowledged();
    fixture.connection.acknowledged();

    assertEquals(List.of("late at 20000"), fixture.events.take());
  }

  private List<WelcomeFailed> failures() {
    return fixture.events.events(WelcomeFailed.class);
  }

  private static WelcomeFailed failed(
      DeliveryRung reached, int attempts, Cause cause, Duration after) {
    return new WelcomeFailed("c1", reached, attempts, cause, after);
  }
}

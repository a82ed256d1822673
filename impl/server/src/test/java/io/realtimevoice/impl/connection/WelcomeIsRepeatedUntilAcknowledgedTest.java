package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WelcomeIsRepeatedUntilAcknowledgedTest {

  private final ConnectionFixture fixture = new ConnectionFixture();

  @Test
  void afterAHalfOneTwoAndFourSecondsAndNoMore() {
    fixture.connection.welcome();
    fixture.advance(60_000);

    assertEquals(
        List.of(
            "sent 1 at 0", "sent 2 at 500", "sent 3 at 1000", "sent 4 at 2000", "sent 5 at 4000"),
        fixture.events.told().stream().filter(event -> event.startsWith("sent")).toList());
  }

  @Test
  void notBeforeTheirTimes() {
    fixture.connection.welcome();
    fixture.advance(499);
    assertEquals(List.of("welcome 1", "ping"), fixture.written());
    fixture.advance(1);
    assertEquals(List.of("welcome 2"), fixture.written());
  }

  @Test
  void countedFromTheFirstAttemptHoweverLongTheOpenTook() {
    fixture.advance(3_000);
    fixture.connection.welcome();
    fixture.advance(499);
    assertEquals(List.of("welcome 1", "ping"), fixture.written());
    fixture.advance(1);
    assertEquals(List.of("welcome 2"), fixture.written());
  }

  @Test
  void notOnceAcknowledged() {
    fixture.connection.welcome();
    fixture.advance(700);
    fixture.connection.acknowledged();
    fixture.written();
    fixture.advance(60_000);

    assertEquals(List.of(), fixture.written());
  }

  @Test
  void notWhileTheOneBeforeIsNotWritten() {
    fixture.transport.completedByHand();
    fixture.connection.welcome();
    fixture.advance(1_200);
    fixture.transport.completedAtOnce();
    fixture.transport.complete();
    assertEquals(List.of("welcome 1", "ping"), fixture.written());

    fixture.advance(1_000);
    assertEquals(List.of("welcome 2"), fixture.written());
  }

  @Test
  void afterTheRetryOfTheStateCheckWhenTheConnectionIsNotOpenAtOnce() {
    fixture.transport.open(false);
    fixture.connection.welcome();
    fixture.advance(150);
    fixture.transport.open(true);
    fixture.advance(50);

    assertEquals(
        List.of("opened", "retrying 1", "retrying 2", "attempted 1", "sent 1 at 200"),
        fixture.events.take());
  }
}

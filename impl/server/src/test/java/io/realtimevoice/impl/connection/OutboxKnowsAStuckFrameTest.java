package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutboxKnowsAStuckFrameTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final OutboxFixture fixture = new OutboxFixture();

  @Test
  void aFrameIsStuckWhenItTakesLongerThanTheLimit() {
    fixture.transport.completedByHand();
    fixture.text("a");
    fixture.scheduler.run();

    fixture.scheduler.advance(LIMIT);
    assertFalse(stuck());

    fixture.scheduler.advance(Duration.ofNanos(1));
    assertTrue(stuck());

    fixture.transport.complete();
    assertFalse(stuck());
  }

  @Test
  void everyFrameHasTheWholeTime() {
    fixture.transport.completedByHand();
    fixture.text("a");
    fixture.text("b");
    fixture.scheduler.run();
    fixture.scheduler.advance(LIMIT);
    fixture.transport.complete();
    fixture.scheduler.run();

    fixture.scheduler.advance(LIMIT);
    assertFalse(stuck());
  }

  @Test
  void nothingIsStuckWhereNothingIsSent() {
    fixture.scheduler.advance(LIMIT.multipliedBy(2));
    assertFalse(stuck());

    fixture.text("a");
    fixture.scheduler.run();
    fixture.scheduler.advance(LIMIT.multipliedBy(2));
    assertFalse(stuck());
  }

  private boolean stuck() {
    return fixture.outbox.stuck(fixture.scheduler.nanoTime(), LIMIT);
  }
}

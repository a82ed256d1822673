package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WelcomeLeavesNoTimerBehindTest {

  private final ConnectionFixture fixture = new ConnectionFixture();

  WelcomeLeavesNoTimerBehindTest() {
    fixture.liveness.stop();
  }

  @Test
  void onceAcknowledged() {
    fixture.connection.welcome();
    fixture.advance(0);
    fixture.connection.acknowledged();

    assertEquals(0, fixture.scheduler.waiting());
  }

  @Test
  void onceFailed() {
    fixture.connection.welcome();
    fixture.scheduler.advance(ConnectionFixture.LIMITS.welcomeTimeout());

    assertEquals(0, fixture.scheduler.waiting());
  }

  @Test
  void onceClosed() {
    fixture.connection.welcome();
    fixture.advance(0);
    fixture.connection.closed(1001);

    assertEquals(0, fixture.scheduler.waiting());
  }

  @Test
  void whenARepeatOverflowsTheOutbox() {
    fixture.connection.welcome();
    fixture.advance(0);
    int room = ConnectionFixture.LIMITS.outboxControl() - 2 * Frame.OVERHEAD;
    fixture.transport.completedByHand();
    fixture.connection.play(OutboxFixture.bytes(1));
    fixture.advance(0);
    fixture.connection.send("x".repeat(room));
    fixture.scheduler.advance(Duration.ofMillis(600));

    assertFalse(fixture.connection.isOpen());
    assertEquals(0, fixture.scheduler.waiting());
  }
}

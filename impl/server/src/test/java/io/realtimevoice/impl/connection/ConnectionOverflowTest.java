package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionOverflowTest {

  private final ConnectionFixture fixture = new ConnectionFixture();

  @Test
  void aClientThatDoesNotReadIsClosedWith4481() {
    fixture.transport.completedByHand();
    int sent = 0;
    while (fixture.connection.send("x".repeat(936))) {
      sent++;
    }
    assertEquals(20, sent);
    assertFalse(fixture.connection.isOpen());
    assertEquals(List.of("opened", "broken 4481", "closed 4481"), fixture.events.take());
    assertEquals(List.of("close 4481"), fixture.written());
  }

  @Test
  void audioIsDroppedAndTheConnectionStays() {
    fixture.transport.completedByHand();
    fixture.connection.send("a");
    fixture.scheduler.run();
    for (int i = 0; i < 20; i++) {
      assertTrue(fixture.connection.play(OutboxFixture.bytes(new int[1_000])));
    }

    assertTrue(fixture.connection.isOpen());
    assertEquals(10, fixture.events.take().stream().filter("dropped 1000"::equals).count());
  }

  @Test
  void itIsBackloggedWhenHalfOfItIsFullOfText() {
    fixture.transport.completedByHand();
    for (int i = 0; i < 10; i++) {
      fixture.connection.send("x".repeat(936));
    }
    assertFalse(fixture.connection.backlogged());
    fixture.connection.send("x");

    assertTrue(fixture.connection.backlogged());
  }
}

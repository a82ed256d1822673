package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.protocol.CloseCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class StuckFrameClosesTheConnectionTest {

  private final ConnectionFixture fixture = new ConnectionFixture();

  @Test
  void aFrameThatIsNotWrittenInTimeClosesWith4481() {
    fixture.transport.completedByHand();
    fixture.connection.send("a");
    fixture.advance(5_000);
    assertTrue(fixture.connection.isOpen());
    fixture.advance(250);

    assertFalse(fixture.connection.isOpen());
    assertEquals(List.of("opened", "broken 4481", "closed 4481"), fixture.events.take());
    assertEquals(List.of("close 4481"), fixture.written());
  }

  @Test
  void aCloseBehindAStuckFrameIsNotWaitedForLonger() {
    fixture.transport.completedByHand();
    fixture.connection.send("a");
    fixture.connection.close(CloseCode.NORMAL);
    fixture.advance(6_000);

    assertEquals(List.of("opened", "broken 4481", "closed 4481"), fixture.events.take());
  }

  @Test
  void itIsToldOnceHoweverOftenItIsLookedAt() {
    fixture.transport.completedByHand();
    fixture.connection.send("a");
    fixture.advance(6_000);
    fixture.events.take();
    fixture.connection.check(fixture.scheduler.nanoTime());

    assertEquals(List.of(), fixture.events.take());
  }

  @Test
  void whatEndedOtherwiseIsNotToldToBeStuck() {
    fixture.transport.completedByHand();
    fixture.connection.send("a");
    fixture.scheduler.run();
    fixture.connection.closed(1006);
    fixture.events.take();
    fixture.advance(6_000);
    fixture.connection.check(fixture.scheduler.nanoTime());

    assertEquals(List.of(), fixture.events.take());
  }

  @Test
  void theLateCompletionSendsNothingMore() {
    fixture.transport.completedByHand();
    fixture.connection.send("a");
    fixture.connection.send("b");
    fixture.advance(6_000);
    fixture.transport.take().completed(null);

    assertEquals(List.of("close 4481"), fixture.written());
    assertEquals(0, fixture.scheduler.waiting());
  }
}

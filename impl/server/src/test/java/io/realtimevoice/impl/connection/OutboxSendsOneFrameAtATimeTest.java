package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxSendsOneFrameAtATimeTest {

  private final OutboxFixture fixture = new OutboxFixture();

  @Test
  void theNextGoesWhenTheOneBeforeIsWritten() {
    fixture.transport.completedByHand();
    fixture.text("a");
    fixture.audio(1);
    fixture.text("b");
    fixture.scheduler.run();
    assertEquals(1, fixture.transport.sends());

    fixture.transport.complete();
    fixture.scheduler.run();
    assertEquals(2, fixture.transport.sends());

    fixture.transport.complete();
    fixture.scheduler.run();
    fixture.transport.complete();
    assertEquals(List.of("a", "b", "binary 01"), fixture.written());
  }

  @Test
  void nothingIsSentOnTheThreadThatQueues() {
    fixture.text("a");

    assertEquals(0, fixture.transport.sends());
  }

  @Test
  void nothingIsSentOnTheThreadThatCompletes() {
    fixture.transport.completedByHand();
    fixture.text("a");
    fixture.text("b");
    fixture.scheduler.run();

    fixture.transport.complete();

    assertFalse(fixture.transport.busy());
    fixture.scheduler.run();
    assertTrue(fixture.transport.busy());
  }

  @Test
  void aSendThatNeverCompletesHoldsAllOthersUp() {
    fixture.transport.completedByHand();
    fixture.text("a");
    fixture.text("b");
    fixture.writtenAfter(Duration.ofHours(1));

    assertEquals(1, fixture.transport.sends());
    assertEquals(0, fixture.scheduler.waiting());
  }

  @Test
  void whatIsQueuedWhileAFrameCompletesWithinItsSendIsSentInTheSameTurn() {
    fixture.outbox.offer(
        new Frame.Text(
            "a",
            new Frame.Progress() {
              @Override
              public void sent() {
                fixture.text("b");
              }
            }));

    assertEquals(List.of("a", "b"), fixture.written());
  }
}

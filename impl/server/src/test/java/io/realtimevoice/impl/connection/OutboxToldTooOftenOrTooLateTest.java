package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.realtimevoice.OverflowPolicy;
import io.realtimevoice.protocol.CloseCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Completions as no container should tell them. */
class OutboxToldTooOftenOrTooLateTest {

  private final OutboxFixture fixture = new OutboxFixture();

  @Test
  void aSuccessToldTwiceIsOneSuccess() {
    fixture.transport.tellCompletions(2);
    fixture.text("a");
    fixture.text("b");

    assertEquals(List.of("a", "b"), fixture.written());
  }

  @Test
  void aFailureBehindTheSuccessChangesNothing() {
    fixture.transport.completedByHand();
    fixture.text("a");
    fixture.scheduler.run();
    Transport.Completion completion = fixture.transport.take();
    completion.completed(null);
    completion.completed(new IOException("too late"));
    fixture.scheduler.run();

    assertEquals(List.of(), fixture.owner.told);
    assertEquals(0, fixture.scheduler.waiting());
    assertEquals(1, fixture.transport.sends());
  }

  @Test
  void aSuccessBehindTheFailureChangesNothing() {
    fixture.transport.completedByHand();
    fixture.text("a");
    fixture.scheduler.run();
    Transport.Completion completion = fixture.transport.take();
    completion.completed(new IOException("lost"));
    completion.completed(null);
    fixture.scheduler.run();

    assertEquals(List.of("retry 1 lost"), fixture.owner.told);
  }

  @Test
  void aCompletionWithNothingInFlightIsNoCompletionOfTheNextFrame() {
    fixture.transport.completedByHand();
    fixture.text("a");
    fixture.scheduler.run();
    Transport.Completion completion = fixture.transport.take();
    completion.completed(null);
    fixture.scheduler.run();
    completion.completed(new IOException("too late"));
    fixture.text("b");
    fixture.scheduler.run();

    assertEquals(2, fixture.transport.sends());
    assertEquals(List.of(), fixture.owner.told);
    fixture.transport.complete();
    assertEquals(List.of("b"), fixture.written());
  }

  @Test
  void aCompletionAfterTheEndSendsNothing() {
    fixture.transport.completedByHand();
    fixture.text("a");
    fixture.text("b");
    fixture.scheduler.run();
    fixture.outbox.discard();
    fixture.transport.complete();
    fixture.scheduler.run();

    assertEquals(1, fixture.transport.sends());
    assertFalse(fixture.text("c"));
  }

  @Test
  void aSendThatCompletesAndThrowsIsOver() {
    Transport odd =
        new Transport() {
          @Override
          public String id() {
            return "odd";
          }

          @Override
          public boolean isOpen() {
            return true;
          }

          @Override
          public void sendText(String text, Completion completion) {
            fixture.transport.sendText(text, completion);
            throw new IllegalStateException("written nevertheless");
          }

          @Override
          public void sendBinary(ByteBuffer data, Completion completion) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void ping(ByteBuffer payload) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void close(CloseCode code) {
            throw new UnsupportedOperationException();
          }
        };
    Outbox outbox =
        new Outbox(
            odd,
            fixture.scheduler,
            new Outbox.Bounds(1_000, 10, OverflowPolicy.DROP_OLDEST, OutboxFixture.RETRY_DELAY, 3),
            fixture.owner);
    outbox.offer(new Frame.Text("a", Frame.Progress.IGNORED));

    assertEquals(List.of("a"), fixture.writtenAfter(Duration.ofSeconds(1)));
    assertEquals(List.of(), fixture.owner.told);
  }
}

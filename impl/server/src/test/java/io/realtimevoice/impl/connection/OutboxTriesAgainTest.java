package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTriesAgainTest {

  private static final Duration NEARLY = OutboxFixture.RETRY_DELAY.minusNanos(1);
  private static final Duration ONE = Duration.ofNanos(1);

  private final OutboxFixture fixture = new OutboxFixture();

  @Test
  void aConnectionThatIsNotOpenYetIsLookedAtAgainAfterTheDelay() {
    fixture.transport.open(false);
    fixture.text("a");
    fixture.scheduler.run();
    assertEquals(List.of("retry 1 not open"), fixture.owner.told);
    fixture.transport.open(true);

    assertEquals(List.of(), fixture.writtenAfter(NEARLY));
    assertEquals(List.of("a"), fixture.writtenAfter(ONE));
  }

  @Test
  void aFailedSendIsRepeatedAfterTheDelayBeforeAllOthers() {
    fixture.transport.failNext(new IOException("lost"));
    fixture.text("a");
    fixture.text("b");
    assertEquals(List.of(), fixture.written());
    assertEquals(List.of("retry 1 lost"), fixture.owner.told);
    fixture.text("c");

    assertEquals(List.of(), fixture.writtenAfter(NEARLY));
    assertEquals(List.of("a", "b", "c"), fixture.writtenAfter(ONE));
  }

  @Test
  void aSendThatThrowsIsRepeated() {
    fixture.transport.throwNext(new IllegalStateException("busy"));
    fixture.text("a");
    fixture.scheduler.run();
    assertEquals(List.of("retry 1 busy"), fixture.owner.told);

    assertEquals(List.of("a"), fixture.writtenAfter(OutboxFixture.RETRY_DELAY));
  }

  @Test
  void aPingThatThrowsIsRepeated() {
    fixture.transport.failNext(new IOException("lost"));
    fixture.ping();
    fixture.scheduler.run();

    assertEquals(List.of("ping"), fixture.writtenAfter(OutboxFixture.RETRY_DELAY));
  }

  @Test
  void binaryAndAudioAreRepeatedFromTheirBegin() {
    fixture.transport.failNext(new IOException("lost"));
    fixture.binary(1, 2);
    fixture.scheduler.run();
    assertEquals(List.of("binary 0102"), fixture.writtenAfter(OutboxFixture.RETRY_DELAY));

    fixture.transport.failNext(new IOException("lost"));
    fixture.outbox.offerAudio(OutboxFixture.bytes(9, 3, 4).position(1));
    fixture.scheduler.run();
    assertEquals(List.of("binary 0304"), fixture.writtenAfter(OutboxFixture.RETRY_DELAY));
  }

  @Test
  void itGivesUpWhenAllRetriesHaveFailed() {
    fixture.transport.open(false);
    fixture.text("a");
    fixture.writtenAfter(OutboxFixture.RETRY_DELAY.multipliedBy(OutboxFixture.RETRIES));

    assertEquals(
        List.of("retry 1 not open", "retry 2 not open", "retry 3 not open", "broken 4480"),
        fixture.owner.told);
    assertFalse(fixture.text("b"));
    assertEquals(0, fixture.scheduler.waiting());
  }

  @Test
  void theLastFailureIsToldAsTheCause() {
    for (int i = 0; i <= OutboxFixture.RETRIES; i++) {
      fixture.transport.failNext(new IOException("lost " + i));
    }
    fixture.text("a");
    fixture.writtenAfter(Duration.ofSeconds(1));

    assertEquals("broken 4480 lost 3", fixture.owner.told.get(OutboxFixture.RETRIES));
  }

  @Test
  void everyFrameHasAllItsRetries() {
    for (int frame = 0; frame < 5; frame++) {
      for (int i = 0; i < OutboxFixture.RETRIES; i++) {
        fixture.transport.failNext(new IOException("lost"));
      }
      fixture.text("a" + frame);
      assertEquals(List.of("a" + frame), fixture.writtenAfter(Duration.ofSeconds(1)));
    }
  }

  @Test
  void aFrameThatWaitsForItsNextTryHasNotLeftYet() {
    fixture.transport.failNext(new IOException("lost"));
    fixture.text("a");
    fixture.scheduler.run();
    assertFalse(fixture.outbox.isEmpty());
    fixture.writtenAfter(OutboxFixture.RETRY_DELAY);
    assertTrue(fixture.outbox.isEmpty());

    fixture.transport.open(false);
    fixture.audio(1, 2);
    fixture.scheduler.run();
    assertFalse(fixture.outbox.isEmpty());
    fixture.transport.open(true);
    fixture.writtenAfter(OutboxFixture.RETRY_DELAY);
    assertTrue(fixture.outbox.isEmpty());
  }

  @Test
  void nothingIsRepeatedOnceAllIsDiscarded() {
    fixture.transport.failNext(new IOException("lost"));
    fixture.text("a");
    fixture.scheduler.run();
    fixture.outbox.discard();

    assertEquals(List.of(), fixture.writtenAfter(Duration.ofSeconds(1)));
    assertEquals(1, fixture.transport.sends());
  }

  @Test
  void aFailureThatComesWhenAllIsDiscardedIsNotRepeated() {
    fixture.transport.completedByHand();
    fixture.text("a");
    fixture.scheduler.run();
    fixture.outbox.discard();
    fixture.transport.fail(new IOException("closed"));

    assertEquals(List.of(), fixture.writtenAfter(Duration.ofSeconds(1)));
    assertEquals(List.of(), fixture.owner.told);
  }
}

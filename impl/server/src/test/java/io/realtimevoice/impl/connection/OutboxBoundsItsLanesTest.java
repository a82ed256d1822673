package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxBoundsItsLanesTest {

  private static final int TEXT = 100 - Frame.OVERHEAD;

  private final OutboxFixture fixture = new OutboxFixture();

  @Test
  void tooMuchControlClosesAndDropsAll() {
    for (int i = 0; i < OutboxFixture.CONTROL / 100; i++) {
      assertTrue(fixture.text("x".repeat(TEXT)));
    }
    assertEquals(List.of(), fixture.owner.told);

    assertFalse(fixture.text(""));

    assertEquals(List.of("broken 4481"), fixture.owner.told);
    assertEquals(List.of(), fixture.written());
    assertFalse(fixture.text("x"));
    assertFalse(fixture.audio(1));
    assertEquals(List.of("broken 4481"), fixture.owner.told);
  }

  @Test
  void whatWasSentMakesRoom() {
    for (int i = 0; i < 50; i++) {
      assertTrue(fixture.text("x".repeat(OutboxFixture.CONTROL - Frame.OVERHEAD)));
      fixture.scheduler.run();
    }

    assertEquals(50, fixture.written().size());
  }

  @Test
  void tooMuchAudioDropsTheOldest() {
    fixture.transport.completedByHand();
    fixture.text("a");
    fixture.scheduler.run();
    assertTrue(fixture.audio(1, 1, 1, 1));
    assertTrue(fixture.audio(2, 2, 2));
    assertTrue(fixture.audio(3, 3, 3));
    assertEquals(List.of(), fixture.owner.told);

    assertTrue(fixture.audio(4, 4, 4, 4, 4));

    assertEquals(List.of("dropped 7"), fixture.owner.told);
    fixture.transport.completedAtOnce();
    fixture.transport.complete();
    assertEquals(List.of("a", "binary 030303", "binary 0404040404"), fixture.written());
  }

  @Test
  void audioThatExceedsTheLaneByItselfIsDroppedItself() {
    assertTrue(fixture.audio(new int[OutboxFixture.AUDIO + 1]));

    assertEquals(List.of("dropped 11"), fixture.owner.told);
    assertEquals(List.of(), fixture.written());
    fixture.audio(1);
    assertEquals(List.of("binary 01"), fixture.written());
  }

  @Test
  void droppedAudioNeverClosesAndAudioNeverCountsAsControl() {
    for (int i = 0; i < 1_000; i++) {
      assertTrue(fixture.audio(new int[OutboxFixture.AUDIO]));
    }

    assertFalse(fixture.outbox.backlogged());
    assertEquals(1, fixture.written().size());
  }

  @Test
  void itIsBackloggedWhenMoreThanHalfFullOfControl() {
    for (int i = 0; i < 5; i++) {
      fixture.text("x".repeat(TEXT));
    }
    assertFalse(fixture.outbox.backlogged());

    fixture.ping();
    assertTrue(fixture.outbox.backlogged());

    fixture.scheduler.run();
    assertFalse(fixture.outbox.backlogged());
  }
}

package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.protocol.CloseCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxKeepsTheOrderOfItsLanesTest {

  private final OutboxFixture fixture = new OutboxFixture();

  @Test
  void controlFramesOfEveryKindLeaveAsTheyCame() {
    fixture.text("a");
    fixture.binary(1, 2);
    fixture.ping();
    fixture.text("b");

    assertEquals(List.of("a", "binary 0102", "ping", "b"), fixture.written());
  }

  @Test
  void audioLeavesAsItCame() {
    fixture.audio(1);
    fixture.audio(2, 3);

    assertEquals(List.of("binary 01", "binary 0203"), fixture.written());
  }

  @Test
  void controlGoesBeforeAudioThatCameEarlier() {
    fixture.audio(1);
    fixture.audio(2);
    fixture.text("a");

    assertEquals(List.of("a", "binary 01", "binary 02"), fixture.written());
  }

  @Test
  void controlGoesBetweenAudio() {
    fixture.transport.completedByHand();
    fixture.audio(1);
    fixture.audio(2);
    fixture.scheduler.run();
    fixture.text("a");
    fixture.transport.completedAtOnce();
    fixture.transport.complete();

    assertEquals(List.of("binary 01", "a", "binary 02"), fixture.written());
  }

  @Test
  void theCloseGoesBehindWhatWasQueuedAndNothingGoesBehindTheClose() {
    fixture.text("a");
    fixture.close(CloseCode.NORMAL);
    fixture.text("b");
    fixture.audio(1);

    assertEquals(List.of("a"), fixture.written());
    assertEquals(List.of("close 1000"), fixture.owner.told);
  }

  @Test
  void theCloseWaitsForTheFrameInFlight() {
    fixture.transport.completedByHand();
    fixture.text("a");
    fixture.close(CloseCode.NORMAL);
    fixture.scheduler.run();
    assertEquals(List.of(), fixture.owner.told);

    fixture.transport.complete();
    fixture.scheduler.run();
    assertEquals(List.of("close 1000"), fixture.owner.told);
  }
}

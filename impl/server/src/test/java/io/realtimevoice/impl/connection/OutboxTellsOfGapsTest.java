package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.realtimevoice.OverflowPolicy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTellsOfGapsTest {

  private final ManualScheduler scheduler = new ManualScheduler();
  private final FakeTransport transport = new FakeTransport().completedByHand();
  private final RecordingOwner owner = new RecordingOwner();

  @Test
  void onceAndWhereTheOldestIsMissing() {
    Outbox outbox = outbox(OverflowPolicy.DROP_OLDEST);
    owner.notice = true;
    play(outbox, 1, 2, 3, 4, 5);

    assertEquals(List.of("binary 0101", "gap 4", "binary 0404", "binary 0505"), written());
  }

  @Test
  void whenTheNewestIsMissing() {
    Outbox outbox = outbox(OverflowPolicy.DROP_NEWEST);
    owner.notice = true;
    play(outbox, 1, 2, 3, 4, 5);

    assertEquals(List.of("binary 0101", "gap 4", "binary 0202", "binary 0303"), written());
  }

  @Test
  void notTheirPeersThatDoNotKnowThem() {
    Outbox outbox = outbox(OverflowPolicy.DROP_OLDEST);
    play(outbox, 1, 2, 3, 4, 5);

    assertEquals(List.of("binary 0101", "binary 0404", "binary 0505"), written());
    assertEquals(List.of("dropped 2", "dropped 2"), owner.told);
  }

  @Test
  void orCloses() {
    Outbox outbox = outbox(OverflowPolicy.CLOSE);
    play(outbox, 1, 2, 3, 4);

    assertEquals(List.of("broken 4481"), owner.told);
    assertFalse(outbox.offerAudio(ByteBuffer.allocate(2)));
  }

  private Outbox outbox(OverflowPolicy policy) {
    return new Outbox(
        transport,
        scheduler,
        new Outbox.Bounds(1_000, 4, policy, Duration.ofMillis(100), 3),
        owner);
  }

  /** The first is in the container at once, where it stays. */
  private void play(Outbox outbox, int... values) {
    for (int each : values) {
      byte value = (byte) each;
      outbox.offerAudio(ByteBuffer.wrap(new byte[] {value, value}));
      scheduler.run();
    }
  }

  private List<String> written() {
    transport.completedAtOnce();
    transport.complete();
    scheduler.run();
    return transport.takeWritten();
  }
}

package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.OverflowPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxLetsOthersHaveTheirTurnTest {

  private static final int MANY = 1_000;

  private final ManualScheduler scheduler = new ManualScheduler();
  private final FakeTransport full = new FakeTransport();
  private final FakeTransport other = new FakeTransport();

  @Test
  void beforeAFullOneIsEmpty() {
    Outbox first = outbox(full);
    Outbox second = outbox(other);
    List<String> expected = IntStream.range(0, MANY).mapToObj(Integer::toString).toList();
    expected.forEach(text -> first.offer(new Frame.Text(text, Frame.Progress.IGNORED)));
    second.offer(new Frame.Text("a", Frame.Progress.IGNORED));

    int turns = 0;
    while (other.written().isEmpty()) {
      assertTrue(scheduler.step());
      turns++;
    }
    assertEquals(2, turns);
    assertTrue(full.written().size() < MANY / 10, full.written().size() + " frames in one turn");

    scheduler.run();
    assertEquals(expected, full.written());
    assertTrue(first.isEmpty());
  }

  @Test
  void andMissNothingThatIsQueuedMeanwhile() {
    Outbox outbox = outbox(full);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      expected.add(Integer.toString(i));
      outbox.offer(new Frame.Text(Integer.toString(i), Frame.Progress.IGNORED));
      if (i % 7 == 0) {
        scheduler.step();
      }
    }
    scheduler.run();

    assertEquals(expected, full.written());
    assertEquals(0, scheduler.waiting());
  }

  private Outbox outbox(FakeTransport transport) {
    return new Outbox(
        transport,
        scheduler,
        new Outbox.Bounds(1 << 20, 1 << 20, OverflowPolicy.DROP_OLDEST, Duration.ofMillis(100), 3),
        new RecordingOwner());
  }
}

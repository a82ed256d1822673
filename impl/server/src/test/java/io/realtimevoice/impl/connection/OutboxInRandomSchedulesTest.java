package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.OverflowPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes between: every frame is written once, and each lane keeps its order. */
class OutboxInRandomSchedulesTest {

  private static final int SCHEDULES = 2_000;
  private static final int STEPS = 200;

  @Test
  void everyFrameIsWrittenOnceAndInTheOrderOfItsLane() {
    for (int seed = 0; seed < SCHEDULES; seed++) {
      new Schedule(seed).run();
    }
  }

  private static final class Schedule {
    private final Random random;
    private final String name;
    private final ManualScheduler scheduler;
    private final FakeTransport transport = new FakeTransport();
    private final Outbox outbox;
    private final List<String> texts = new ArrayList<>();
    private final List<String> audios = new ArrayList<>();

    Schedule(int seed) {
      random = new Random(seed);
      name = "schedule " + seed;
      scheduler = ManualScheduler.inAnyOrder(seed);
      outbox =
          new Outbox(
              transport,
              scheduler,
              new Outbox.Bounds(
                  1_000_000, 1_000_000, OverflowPolicy.DROP_OLDEST, Duration.ofMillis(1), STEPS),
              new RecordingOwner());
    }

    void run() {
      for (int i = 0; i < STEPS; i++) {
        step(i);
      }
      finish();
      List<String> written = transport.written();
      assertEquals(texts, written.stream().filter(f -> !f.startsWith("binary")).toList(), name);
      assertEquals(audios, written.stream().filter(f -> f.startsWith("binary")).toList(), name);
    }

    private void step(int i) {
      switch (random.nextInt(9)) {
        case 0, 1 -> {
          texts.add("t" + i);
          outbox.offer(new Frame.Text("t" + i, Frame.Progress.IGNORED));
        }
        case 2 -> {
          audios.add("binary " + HexFormat.of().toHexDigits((byte) i));
          outbox.offerAudio(OutboxFixture.bytes(i));
        }
        case 3 -> transport.completedByHand();
        case 4 -> transport.completedAtOnce();
        case 5 -> transport.open(random.nextInt(3) != 0);
        case 6 -> scheduler.advance(Duration.ofNanos(random.nextInt(2_000_000)));
        case 7 -> scheduler.step();
        default -> outcome();
      }
    }

    private void outcome() {
      if (!transport.busy()) {
        transport.throwNext(new IllegalStateException("now and then"));
      } else if (random.nextBoolean()) {
        transport.complete();
      } else {
        transport.fail(new IOException("now and then"));
      }
    }

    private void finish() {
      transport.open(true);
      transport.completedAtOnce();
      if (transport.busy()) {
        transport.complete();
      }
      scheduler.advance(Duration.ofSeconds(1));
    }
  }
}

package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TurnsUnderManyThreadsTest {

  private static final int THREADS = 4;
  private static final int TURNS = 100_000;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger overlaps = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final Turns turns = new Turns(Runnable::run, failure -> failures.incrementAndGet());

  /** By turn number; not synchronized in any way but by the turns themselves. */
  private final int[] last = new int[THREADS];

  private long done;
  private int disorder;

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void neverTwoAtATimeNoneLostAndEachThreadInItsOrder() throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      running.add(
          threads.submit(
              () -> {
                start.await();
                for (int turn = 1; turn <= TURNS; turn++) {
                  take(thread, turn);
                }
                return null;
              }));
    }
    for (Future<?> each : running) {
      each.get();
    }
    turns.run(() -> {});

    assertEquals(0, overlaps.get());
    assertEquals(0, failures.get());
    assertEquals(0, disorder);
    assertEquals((long) THREADS * TURNS, done);
    assertTrue(turns.tryTake());
  }

  private void take(int thread, int turn) {
    if (turn % 2 == 0 && turns.tryTake()) {
      try {
        inTurn(thread, turn);
      } finally {
        turns.giveBack();
      }
    } else {
      turns.leave(() -> inTurn(thread, turn));
    }
  }

  private void inTurn(int thread, int turn) {
    if (inside.incrementAndGet() != 1) {
      overlaps.incrementAndGet();
    }
    if (turn != ++last[thread]) {
      disorder++;
    }
    done++;
    inside.decrementAndGet();
  }
}

package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LivenessTicksOnlyWhileThereIsWorkTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualScheduler scheduler = new ManualScheduler();
  private final Liveness liveness = new Liveness(scheduler);
  private final List<Long> checks = new ArrayList<>();
  private final Liveness.Watched watched = checks::add;

  @Test
  void noTimerBeforeAnythingIsWatched() {
    assertEquals(0, scheduler.waiting());
  }

  @Test
  void fourTimesASecondWithOneTimerForAll() {
    List<Long> others = new ArrayList<>();
    liveness.watch(watched);
    liveness.watch(others::add);
    assertEquals(1, scheduler.waiting());
    scheduler.advance(SECOND);

    assertEquals(List.of(250_000_000L, 500_000_000L, 750_000_000L, 1_000_000_000L), checks);
    assertEquals(checks, others);
    assertEquals(1, scheduler.waiting());
  }

  @Test
  void noTimerOnceNothingIsWatched() {
    liveness.watch(watched);
    liveness.forget(watched);
    scheduler.advance(SECOND);

    assertEquals(List.of(), checks);
    assertEquals(0, scheduler.waiting());
  }

  @Test
  void againWhenSomethingIsWatchedAgain() {
    liveness.watch(watched);
    liveness.forget(watched);
    scheduler.advance(SECOND);
    liveness.watch(watched);
    scheduler.advance(SECOND);

    assertEquals(4, checks.size());
  }

  @Test
  void whatIsWatchedDuringACheckIsWatched() {
    liveness.watch(
        new Liveness.Watched() {
          @Override
          public void check(long nanoTime) {
            liveness.forget(this);
            liveness.watch(watched);
          }
        });
    scheduler.advance(SECOND);

    assertEquals(3, checks.size());
  }

  @Test
  void aCheckThatFailsStopsNeitherTheOthersNorTheNextTick() {
    liveness.watch(watched);
    liveness.watch(
        now -> {
          throw new IllegalStateException("a defect");
        });
    liveness.watch(watched);
    List<Long> others = new ArrayList<>();
    liveness.watch(others::add);
    scheduler.advance(SECOND);

    assertEquals(4, checks.size());
    assertEquals(4, others.size());
  }

  @Test
  void aCheckThatEndsInAnErrorStopsNeitherTheOthersNorTheNextTick() {
    liveness.watch(watched);
    liveness.watch(
        now -> {
          throw new NoClassDefFoundError("a defect");
        });
    List<Long> others = new ArrayList<>();
    liveness.watch(others::add);
    scheduler.advance(SECOND);

    assertEquals(4, checks.size());
    assertEquals(4, others.size());
  }

  @Test
  void aTimerThatCannotBeHadIsTakenWithTheNextThatIsWatched() {
    AtomicInteger failures = new AtomicInteger(1);
    Liveness unlucky =
        new Liveness(
            new Scheduler() {
              @Override
              public void perform(Runnable task) {
                execute(task);
              }

              @Override
              public void execute(Runnable task) {
                scheduler.execute(task);
              }

              @Override
              public Timer after(Duration delay, Runnable task) {
                if (failures.getAndDecrement() > 0) {
                  throw new OutOfMemoryError("unable to create native thread");
                }
                return scheduler.after(delay, task);
              }

              @Override
              public long nanoTime() {
                return scheduler.nanoTime();
              }
            });
    unlucky.watch(watched);
    scheduler.advance(SECOND);
    assertEquals(List.of(), checks);

    unlucky.watch(now -> {});
    scheduler.advance(SECOND);
    assertEquals(4, checks.size());
  }

  @Test
  void stoppedItHasNoTimerAndStartsNone() {
    liveness.watch(watched);
    liveness.stop();
    assertEquals(0, scheduler.waiting());

    liveness.watch(watched);
    assertEquals(0, scheduler.waiting());
    scheduler.advance(SECOND);
    assertEquals(List.of(), checks);
  }

  @Test
  void stoppedWhileItTakesATimerItGivesThatBack() {
    List<Liveness> made = new ArrayList<>();
    Liveness stoppedMeanwhile =
        new Liveness(
            new Scheduler() {
              @Override
              public void perform(Runnable task) {
                execute(task);
              }

              @Override
              public void execute(Runnable task) {
                scheduler.execute(task);
              }

              @Override
              public Timer after(Duration delay, Runnable task) {
                Timer timer = scheduler.after(delay, task);
                made.get(0).stop();
                return timer;
              }

              @Override
              public long nanoTime() {
                return scheduler.nanoTime();
              }
            });
    made.add(stoppedMeanwhile);
    stoppedMeanwhile.watch(watched);

    assertEquals(0, scheduler.waiting());
  }
}

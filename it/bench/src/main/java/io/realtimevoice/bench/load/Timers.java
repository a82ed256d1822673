package io.realtimevoice.bench.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The threads of a load, which end with it. */
final class Timers implements AutoCloseable {

  private final ScheduledExecutorService executor;

  Timers(int threads) {
    executor =
        Executors.newScheduledThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "bench");
              thread.setDaemon(true);
              return thread;
            });
  }

  void execute(Runnable task) {
    executor.execute(printing(task));
  }

  /** Runs a task later; what it throws is printed. */
  void after(Duration delay, Runnable task) {
    var unused = executor.schedule(printing(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Runs a task over and over; what it throws is printed. */
  void every(Duration first, Duration period, Runnable task) {
    var unused =
        executor.scheduleAtFixedRate(
            printing(task), first.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Returns when so much time has passed. */
  void await(Duration time) throws InterruptedException {
    CountDownLatch passed = new CountDownLatch(1);
    after(time, passed::countDown);
    passed.await();
  }

  private static Runnable printing(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        e.printStackTrace();
        throw e;
      }
    };
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}

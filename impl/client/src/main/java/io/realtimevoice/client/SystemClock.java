package io.realtimevoice.client;

import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The JVM's time. */
final class SystemClock implements Clock {

  private final ScheduledExecutorService executor;
  private final Executor turns;

  SystemClock(ScheduledExecutorService executor, Executor turns) {
    this.executor = executor;
    this.turns = turns;
  }

  @Override
  public long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  @Override
  public Timer after(long delayMs, Runnable task) {
    Future<?> scheduled =
        executor.schedule(() -> turns.execute(task), delayMs, TimeUnit.MILLISECONDS);
    return () -> scheduled.cancel(false);
  }
}

package io.realtimevoice.bench.micro;

import io.realtimevoice.impl.connection.Scheduler;
import java.time.Duration;

/** Runs everything within the call, so that what is measured is ours alone; timers never fire. */
final class DirectScheduler implements Scheduler {

  @Override
  public void execute(Runnable task) {
    task.run();
  }

  @Override
  public void perform(Runnable task) {
    task.run();
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    return () -> {};
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }
}

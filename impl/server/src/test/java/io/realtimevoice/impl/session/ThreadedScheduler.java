package io.realtimevoice.impl.session;

import io.realtimevoice.impl.connection.ManualScheduler;
import io.realtimevoice.impl.connection.Scheduler;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;

/** Real threads, and time in the hand of a test. */
final class ThreadedScheduler implements Scheduler, AutoCloseable {

  private final ManualScheduler time = new ManualScheduler();
  private final ExecutorService threads;
  private final Phaser busy = new Phaser(1);
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  ThreadedScheduler(int number) {
    threads = Executors.newFixedThreadPool(number);
  }

  @Override
  public void execute(Runnable task) {
    busy.register();
    threads.execute(
        () -> {
          try {
            task.run();
          } catch (Throwable e) {
            failures.add(e);
          } finally {
            busy.arriveAndDeregister();
          }
        });
  }

  @Override
  public void perform(Runnable task) {
    execute(task);
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    return time.after(delay, task);
  }

  @Override
  public long nanoTime() {
    return time.nanoTime();
  }

  /** Waits until nothing runs any more. */
  void settle() {
    busy.arriveAndAwaitAdvance();
    if (!failures.isEmpty()) {
      throw new AssertionError("a task has failed", failures.peek());
    }
  }

  /** Lets time pass, in which timers run on this thread, and waits for what they began. */
  void advance(Duration delay) {
    time.advance(delay);
    settle();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

package io.realtimevoice.impl.execution;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * A few tasks at a time on an executor that others need, too; the others wait here, in their order.
 * How many may wait is for the caller to bound.
 */
public final class Narrow implements Executor {

  private final Executor wide;
  private final Semaphore free;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /**
   * Nothing runs yet.
   *
   * @param wide runs them; a task that it refuses, it runs within the call
   * @param width how many at a time
   */
  public Narrow(Executor wide, int width) {
    this.wide = wide;
    this.free = new Semaphore(width);
  }

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
    begin();
  }

  private void begin() {
    if (!waiting.isEmpty() && free.tryAcquire()) {
      wide.execute(this::work);
    }
  }

  private void work() {
    try {
      for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
        task.run();
      }
    } finally {
      free.release();
      // What came since the last look, or stands behind a task that has thrown.
      begin();
    }
  }
}

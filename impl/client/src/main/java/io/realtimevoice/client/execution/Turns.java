package io.realtimevoice.client.execution;

import static java.lang.System.Logger.Level.ERROR;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** One thing at a time, in order, on any thread of an executor; never within the call. */
public final class Turns implements Executor {

  /** After so many tasks in a row, other clients have their turn. */
  private static final int BATCH = 64;

  private static final System.Logger LOGGER = System.getLogger("io.realtimevoice.client");

  private final Executor executor;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger work = new AtomicInteger();

  /**
   * Turns on some threads.
   *
   * @param executor of any number of threads
   */
  public Turns(Executor executor) {
    this.executor = executor;
  }

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
    if (work.getAndIncrement() == 0) {
      executor.execute(this::drain);
    }
  }

  private void drain() {
    for (int done = 0; done < BATCH; done++) {
      Runnable task = waiting.poll();
      if (task != null) {
        run(task);
      }
      if (work.decrementAndGet() == 0) {
        return;
      }
    }
    executor.execute(this::drain);
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOGGER.log(ERROR, "a task of the client has failed: a defect of the client", e);
    }
  }
}

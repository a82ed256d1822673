package io.realtimevoice.impl.session;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One thing at a time, in order; nobody waits. A drain loop with a work-in-progress counter, and a
 * way past the queue, without allocation, for who finds nobody there.
 */
final class Turns {

  private final AtomicInteger work = new AtomicInteger();
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final Executor executor;
  private final Runnable drain = this::drain;
  private final Consumer<Throwable> whenFailed;

  /**
   * Nobody has the turn.
   *
   * @param executor does what was left
   * @param whenFailed told, within the turn, of what a task throws
   */
  Turns(Executor executor, Consumer<Throwable> whenFailed) {
    this.executor = executor;
    this.whenFailed = whenFailed;
  }

  /** Takes the turn if nobody has it; then {@link #giveBack} must follow. */
  boolean tryTake() {
    // Another thread may have queued a task, not yet asked for the turn, and so have left the
    // caller's own one in the queue: that one must not be overtaken.
    return work.get() == 0 && waiting.isEmpty() && work.compareAndSet(0, 1);
  }

  /** Gives the turn back; what others have left meanwhile is the executor's. */
  void giveBack() {
    if (work.decrementAndGet() != 0) {
      executor.execute(drain);
    }
  }

  /** Does something in this call, or leaves it to whoever has the turn. */
  void run(Runnable task) {
    waiting.add(task);
    if (work.getAndIncrement() == 0) {
      drain();
    }
  }

  /** Leaves something to the executor, or to whoever has the turn. */
  void leave(Runnable task) {
    waiting.add(task);
    if (work.getAndIncrement() == 0) {
      executor.execute(drain);
    }
  }

  private void drain() {
    do {
      Runnable task = waiting.poll();
      if (task != null) {
        attempt(task);
      }
    } while (work.decrementAndGet() != 0);
  }

  private void attempt(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      whenFailed.accept(e);
    }
  }
}

package io.realtimevoice.impl.report;

import io.realtimevoice.impl.connection.Scheduler;
import io.realtimevoice.impl.execution.Narrow;
import io.realtimevoice.impl.log.Message;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The application's observers of the channel's events: told on managed threads, so that a slow one
 * holds nothing up; within the call once the application stops, since it has no observers
 * afterwards.
 *
 * <p>They have a few threads at most, and {@link #MOST} events wait for them at most: beyond that,
 * the newest are left out until half of them are told.
 */
public final class Observers {

  /** More than one for each connection that a server has when all of them break at once. */
  static final int MOST = 100_000;

  private static final int AT_A_TIME = 4;

  private final Executor executor;
  private final Consumer<Object> fire;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean behind = new AtomicBoolean();
  private volatile boolean stopping;

  /**
   * Observers of one application.
   *
   * @param scheduler its threads
   * @param fire fires a CDI event; may throw what an observer throws
   */
  public Observers(Scheduler scheduler, Consumer<Object> fire) {
    this.executor = new Narrow(scheduler::perform, AT_A_TIME);
    this.fire = fire;
  }

  /** From here on, observers are told within the call. */
  public void stopping() {
    stopping = true;
  }

  void tell(Object event) {
    if (stopping) {
      deliver(event);
    } else if (waits()) {
      executor.execute(() -> told(event));
    }
  }

  private boolean waits() {
    if (waiting.get() < (behind.get() ? MOST / 2 : MOST)) {
      behind.set(false);
      waiting.incrementAndGet();
      return true;
    }
    if (behind.compareAndSet(false, true)) {
      Message.EVENTS_LEFT_OUT.log(MOST);
    }
    return false;
  }

  private void told(Object event) {
    try {
      deliver(event);
    } finally {
      waiting.decrementAndGet();
    }
  }

  private void deliver(Object event) {
    try {
      fire.accept(event);
    } catch (RuntimeException | Error e) {
      Message.OBSERVER_FAILED.log(e, event.getClass().getSimpleName());
    }
  }
}

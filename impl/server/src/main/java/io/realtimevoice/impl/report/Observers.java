package io.realtimevoice.impl.report;

import io.realtimevoice.impl.connection.Scheduler;
import io.realtimevoice.impl.log.Message;
import java.util.function.Consumer;

/**
 * The application's observers of the channel's events: told on managed threads, so that a slow one
 * holds nothing up; within the call once the application stops, since it has no observers
 * afterwards.
 */
public final class Observers {

  private final Scheduler scheduler;
  private final Consumer<Object> fire;
  private volatile boolean stopping;

  /**
   * Observers of one application.
   *
   * @param scheduler its threads
   * @param fire fires a CDI event; may throw what an observer throws
   */
  public Observers(Scheduler scheduler, Consumer<Object> fire) {
    this.scheduler = scheduler;
    this.fire = fire;
  }

  /** From here on, observers are told within the call. */
  public void stopping() {
    stopping = true;
  }

  void tell(Object event) {
    if (stopping) {
      deliver(event);
    } else {
      scheduler.perform(() -> deliver(event));
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

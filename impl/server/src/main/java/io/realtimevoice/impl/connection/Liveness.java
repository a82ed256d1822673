package io.realtimevoice.impl.connection;

import io.realtimevoice.impl.log.Message;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks at everything that has a deadline, a few times a second, with one timer for the whole
 * application. A timer for every frame would cost an allocation for every frame, and a container
 * may keep a cancelled timer, and with it the application's class loader, until its time has come.
 */
public final class Liveness {

  /** Something with deadlines. */
  @FunctionalInterface
  public interface Watched {
    /**
     * Acts on deadlines that have passed; called on a managed thread. Quick, and never blocks.
     *
     * @param nanoTime now
     */
    void check(long nanoTime);
  }

  private static final Duration PERIOD = Duration.ofMillis(250);

  private final Scheduler scheduler;
  private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean ticking = new AtomicBoolean();
  private volatile boolean stopped;
  private volatile Scheduler.Timer next = () -> {};

  /**
   * Begins with nothing to watch and no timer.
   *
   * @param scheduler its time and threads
   */
  public Liveness(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Watches from now on.
   *
   * @param what is checked until {@link #forget}
   */
  public void watch(Watched what) {
    watched.add(what);
    tickIfNeeded();
  }

  /**
   * Watches no longer.
   *
   * @param what need not be watched
   */
  public void forget(Watched what) {
    watched.remove(what);
  }

  /** Watches nothing any more, for good. */
  public void stop() {
    stopped = true;
    watched.clear();
    next.cancel();
  }

  private void tickIfNeeded() {
    if (!stopped && !watched.isEmpty() && ticking.compareAndSet(false, true)) {
      try {
        next = scheduler.after(PERIOD, this::tick);
      } catch (RuntimeException | Error e) {
        // The next who is to be watched tries again.
        ticking.set(false);
        Message.TASK_FAILED.log(e);
      }
      if (stopped) {
        next.cancel();
      }
    }
  }

  private void tick() {
    try {
      long now = scheduler.nanoTime();
      for (Watched each : watched) {
        check(each, now);
      }
    } finally {
      ticking.set(false);
      tickIfNeeded();
    }
  }

  /** One that fails must not take the deadlines of all others with it. */
  private static void check(Watched each, long now) {
    try {
      each.check(now);
    } catch (Throwable e) {
      Message.TASK_FAILED.log(e);
    }
  }
}

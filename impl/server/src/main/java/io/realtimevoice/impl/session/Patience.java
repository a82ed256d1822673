package io.realtimevoice.impl.session;

import io.realtimevoice.impl.connection.Scheduler;
import java.time.Duration;

/** How long one thing, which begins and ends over and over, has been going on by now. */
final class Patience {

  private static final long NOTHING_GOES_ON = Long.MIN_VALUE;

  private final Scheduler scheduler;
  private final Duration limit;
  private volatile long since = NOTHING_GOES_ON;

  Patience(Scheduler scheduler, Duration limit) {
    this.scheduler = scheduler;
    this.limit = limit;
  }

  void begin() {
    since = scheduler.nanoTime();
  }

  void end() {
    since = NOTHING_GOES_ON;
  }

  boolean isRunning() {
    return since != NOTHING_GOES_ON;
  }

  Duration limit() {
    return limit;
  }

  /** Whether it has been going on for longer than the limit. */
  boolean lost(long nanoTime) {
    long begun = since;
    return begun != NOTHING_GOES_ON && nanoTime - begun > limit.toNanos();
  }
}

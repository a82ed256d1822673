package io.realtimevoice.impl.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of what came in waits for its turn: half of the bound is reason to tell the client, once
 * until most of it is done; all of it is too much. A message that waits alone never is. Used by any
 * number of threads.
 */
final class Intake {

  /** What becomes of a message. */
  enum Admission {
    /** It may wait. */
    WAITS,
    /** It may wait, but the client should slow down. */
    SLOW_DOWN,
    /** It may not. */
    TOO_MUCH,
    /** Nothing is taken any more. */
    CLOSED
  }

  private final long bound;
  private final AtomicLong waiting = new AtomicLong();
  private volatile boolean told;
  private volatile boolean awaited;

  /** With a bound in bytes. */
  Intake(long bound) {
    this.bound = bound;
  }

  /** If the message may wait, {@link #done} must follow. */
  Admission admit(int weight) {
    long now = waiting.addAndGet(weight);
    if (now == weight) {
      // Whatever the limits of messages let pass, the client has sent no more than that.
      return Admission.WAITS;
    }
    if (now > bound) {
      waiting.addAndGet(-weight);
      return Admission.TOO_MUCH;
    }
    if (now > bound / 2 && !told) {
      told = true;
      return Admission.SLOW_DOWN;
    }
    return Admission.WAITS;
  }

  void done(int weight) {
    long now = waiting.addAndGet(-weight);
    if (now <= bound / 4) {
      told = false;
    }
    if (now == 0 && awaited) {
      synchronized (this) {
        awaited = false;
        notifyAll();
      }
    }
  }

  /** Whether so much waits that whoever brings more should rather wait, too. */
  boolean isHalfFull() {
    return waiting.get() > bound / 2;
  }

  /** Waits until nothing else waits, or for some time: false if something still does. */
  synchronized boolean awaitEmpty(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    awaited = true;
    try {
      for (long left = limit.toMillis();
          left > 0 && waiting.get() > 0;
          left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return waiting.get() <= 0;
  }
}

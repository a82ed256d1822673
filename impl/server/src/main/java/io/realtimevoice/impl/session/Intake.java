package io.realtimevoice.impl.session;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of what came in waits for its turn: half of the bound is reason to tell the client, once
 * until most of it is done; all of it is too much. Used by any number of threads.
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

  /** With a bound in bytes. */
  Intake(long bound) {
    this.bound = bound;
  }

  /** If the message may wait, {@link #done} must follow. */
  Admission admit(int weight) {
    long now = waiting.addAndGet(weight);
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
    if (waiting.addAndGet(-weight) <= bound / 4) {
      told = false;
    }
  }
}

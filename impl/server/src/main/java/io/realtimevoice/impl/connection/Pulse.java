package io.realtimevoice.impl.connection;

import java.time.Duration;

/**
 * Whether a peer is still there: whoever was not heard for a while is asked for a sign of life, and
 * is lost if none comes.
 *
 * <p>Heard on any thread; checked by one thread at a time. Being heard is one flag, since it is set
 * for every message; the time is taken at the next check.
 */
final class Pulse {

  /**
   * How long a peer may be silent.
   *
   * @param quiet after which it is asked
   * @param answer within which it must be heard then
   */
  record Limits(Duration quiet, Duration answer) {}

  /** What is to be done. */
  enum Beat {
    /** Nothing. */
    FINE,
    /** Ask it. */
    ASK,
    /** It is gone. */
    LOST
  }

  private static final long NOT_ASKED = Long.MIN_VALUE;

  private final Limits limits;
  private volatile boolean heard;
  private long since;
  private long asked = NOT_ASKED;

  Pulse(Limits limits, long nanoTime) {
    this.limits = limits;
    this.since = nanoTime;
  }

  void heard() {
    if (!heard) {
      heard = true;
    }
  }

  Beat check(long nanoTime) {
    if (heard) {
      heard = false;
      since = nanoTime;
      asked = NOT_ASKED;
      return Beat.FINE;
    }
    if (asked == NOT_ASKED) {
      if (nanoTime - since < limits.quiet().toNanos()) {
        return Beat.FINE;
      }
      // Counted from here: what holds us up must not count as the peer's silence.
      asked = nanoTime;
      return Beat.ASK;
    }
    return nanoTime - asked > limits.answer().toNanos() ? Beat.LOST : Beat.FINE;
  }
}

package io.realtimevoice.impl.session;

import java.time.Duration;

/**
 * How long a session has been waiting for its client. Begins and ends by who has the session's
 * turn; {@link #runsOut} is for the one thread that watches deadlines, the rest for any.
 */
final class Absence {

  /** No absence. */
  static final long NONE = Long.MIN_VALUE;

  private final Duration window;
  private volatile long since = NONE;
  private long told = NONE;

  /** The client is there. */
  Absence(Duration window) {
    this.window = window;
  }

  Duration window() {
    return window;
  }

  void begin(long nanoTime) {
    since = nanoTime;
  }

  /** Gives how long it was; nothing if there was none. */
  Duration end(long nanoTime) {
    long begun = since;
    since = NONE;
    return Duration.ofNanos(begun == NONE ? 0 : nanoTime - begun);
  }

  /** When it began, which tells it from every other one; {@link #NONE} for none. */
  long since() {
    return since;
  }

  /** Whether it has just become too long: true once, since whoever acts on it may have to wait. */
  boolean runsOut(long nanoTime) {
    long begun = since;
    if (begun == NONE || begun == told || nanoTime - begun <= window.toNanos()) {
      return false;
    }
    told = begun;
    return true;
  }
}

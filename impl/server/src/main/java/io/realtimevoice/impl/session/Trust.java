package io.realtimevoice.impl.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether a stream may get its audio on the container's thread, without a copy. It has to earn that
 * by a few quick calls, and loses it by a slow one. So a stream that waits for something keeps the
 * container's thread for one call; of those that come to wait at the same time {@link DirectCalls}
 * bounds how many do. Written by one thread at a time, read by any.
 */
final class Trust {

  private static final int QUICK_CALLS = 8;
  private static final long QUICK = Duration.ofMillis(20).toNanos();

  private final AtomicInteger calls = new AtomicInteger();

  boolean earned() {
    return calls.get() >= QUICK_CALLS;
  }

  void called(long nanos) {
    if (nanos > QUICK) {
      calls.set(0);
    } else if (calls.get() < QUICK_CALLS) {
      calls.incrementAndGet();
    }
  }

  /** Another stream begins, or this one is no longer quick. */
  void restart() {
    calls.set(0);
  }
}

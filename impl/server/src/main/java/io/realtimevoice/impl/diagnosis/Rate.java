package io.realtimevoice.impl.diagnosis;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How often something may happen: some times at once, and then a few times a second. */
final class Rate {

  private static final int AT_ONCE = 50;
  private static final long NANOS_EACH = Duration.ofMillis(100).toNanos();

  private final LongSupplier nanoTime;
  private long since;
  private long left = AT_ONCE;

  /** From now on. */
  Rate(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.since = nanoTime.getAsLong();
  }

  /** Whether it may happen now; counted, if so. */
  synchronized boolean allows() {
    long more = (nanoTime.getAsLong() - since) / NANOS_EACH;
    since += more * NANOS_EACH;
    left = Math.min(AT_ONCE, left + more);
    if (left == 0) {
      return false;
    }
    left--;
    return true;
  }
}

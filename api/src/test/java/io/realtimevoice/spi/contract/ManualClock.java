package io.realtimevoice.spi.contract;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock, as {@link System#nanoTime()}, that goes only when a test says so. Any thread may. */
public final class ManualClock implements LongSupplier {

  /** Where {@link System#nanoTime()} may start, too: it overflows within the second. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 500_000_000L);

  /** Lets time pass. */
  public void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** Nanoseconds, for differences only. */
  @Override
  public long getAsLong() {
    return nanos.get();
  }
}

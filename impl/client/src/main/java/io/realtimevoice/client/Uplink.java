package io.realtimevoice.client;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes audio only while not too much of it waits: what is late is of no use to anybody. Used by
 * any number of threads.
 */
final class Uplink {

  private final long maxQueuedBytes;
  private final AtomicLong queued = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();

  Uplink(long maxQueuedBytes) {
    this.maxQueuedBytes = maxQueuedBytes;
  }

  long queuedBytes() {
    return queued.get();
  }

  /** Whether audio may join what waits; if so, {@link #left} must follow. */
  boolean admit(int bytes) {
    if (queued.getAndAdd(bytes) <= maxQueuedBytes) {
      return true;
    }
    queued.addAndGet(-bytes);
    return false;
  }

  void left(int bytes) {
    queued.addAndGet(-bytes);
  }

  /** Counts audio that was left out; true if a gap begins with it. */
  boolean gapBegins(int bytes) {
    return dropped.getAndAdd(bytes) == 0;
  }

  long droppedBytes() {
    return dropped.get();
  }

  /** Audio has passed; true if a gap ends by that. */
  boolean gapEnds() {
    return dropped.get() > 0 && dropped.getAndSet(0) > 0;
  }
}

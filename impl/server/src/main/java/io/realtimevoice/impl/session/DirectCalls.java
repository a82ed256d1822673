package io.realtimevoice.impl.session;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many of the container's threads may be in the application's code, or wait for it, at a time:
 * what one backend that hangs can take from a whole server, however many streams depend on it. Used
 * by any number of threads; nobody waits.
 */
final class DirectCalls {

  private final int most;
  private final AtomicInteger running = new AtomicInteger();

  /** None is running. */
  DirectCalls(int most) {
    this.most = most;
  }

  /** If it may begin, {@link #end} must follow. */
  boolean tryBegin() {
    for (int now = running.get(); now < most; now = running.get()) {
      if (running.compareAndSet(now, now + 1)) {
        return true;
      }
    }
    return false;
  }

  void end() {
    running.decrementAndGet();
  }
}

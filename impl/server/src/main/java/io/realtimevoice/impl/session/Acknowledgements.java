package io.realtimevoice.impl.session;

import java.time.Duration;

/**
 * When a peer is told how much of its was dealt with: after some messages, or after some time. Used
 * by one thread at a time.
 */
final class Acknowledgements {

  private static final int MESSAGES = 50;
  private static final long LATEST = Duration.ofSeconds(1).toNanos();

  private long told;
  private long since;

  /** Whether to tell now; if so, it counts as told. */
  boolean due(long count, long nanoTime) {
    if (count == told) {
      since = nanoTime;
      return false;
    }
    if (count - told < MESSAGES && nanoTime - since < LATEST) {
      return false;
    }
    told = count;
    since = nanoTime;
    return true;
  }
}

package io.realtimevoice.client;

/** How long to wait before a new connection. */
final class Backoff {

  /** How many retries come at the same distance before it doubles. */
  private static final int EVEN = 3;

  /** Up to which part of itself a delay is shortened or lengthened. */
  private static final double JITTER = 0.25;

  private static final int MOST_DOUBLINGS = 30;

  private Backoff() {}

  /**
   * Spread, so that clients that lost their server together do not come back together.
   *
   * @param retry counted from 1
   * @param atLeastMs what the server asks for; such a delay is spread up to its double
   * @param random from 0 up to, but without, 1
   * @return in milliseconds
   */
  static long delayMs(int retry, Settings settings, long atLeastMs, double random) {
    int doublings = Math.min(Math.max(0, retry - EVEN), MOST_DOUBLINGS);
    double doubled = Math.scalb((double) settings.retryDelayMs(), doublings);
    double own =
        Math.min(doubled, (double) settings.maxRetryDelayMs()) * (1 + JITTER * (2 * random - 1));
    double asked = atLeastMs * (1 + random);
    return (long) Math.max(own, asked);
  }
}

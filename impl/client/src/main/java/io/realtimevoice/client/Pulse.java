package io.realtimevoice.client;

/**
 * Whether the server is still there: if nothing came for a while it is asked, and lost if nothing
 * comes then either. Used in the client's turn.
 */
final class Pulse {

  /** How long the server may take for a sign of life, in milliseconds. */
  private static final long ANSWER_MS = 6_000;

  private final Clock clock;
  private final long quietMs;
  private final Runnable ask;
  private final Runnable lost;
  private Clock.Timer next;
  private long heardAt;

  /**
   * Begins.
   *
   * @param quietMs after which the server is asked, in milliseconds
   */
  Pulse(Clock clock, long quietMs, Runnable ask, Runnable lost) {
    this.clock = clock;
    this.quietMs = quietMs;
    this.ask = ask;
    this.lost = lost;
    this.heardAt = clock.millis();
    this.next = clock.after(quietMs, this::check);
  }

  void heard() {
    heardAt = clock.millis();
  }

  void stop() {
    next.cancel();
  }

  private void check() {
    long left = heardAt + quietMs - clock.millis();
    if (left > 0) {
      next = clock.after(left, this::check);
      return;
    }
    long asked = clock.millis();
    long heardBefore = heardAt;
    ask.run();
    next = clock.after(ANSWER_MS, () -> expire(asked, heardBefore));
  }

  private void expire(long asked, long heardBefore) {
    if (heardAt == heardBefore && heardAt <= asked) {
      lost.run();
    } else {
      check();
    }
  }
}

package io.realtimevoice.client;

/** When a client comes back, and until when it is waited for. Used in the client's turn. */
final class Comeback {

  private static final long NEVER = Long.MIN_VALUE;

  private final Platform platform;
  private final Settings settings;
  private long lostAt = NEVER;
  private long windowMs;
  private boolean awaited;
  private long spreadMs;

  Comeback(Platform platform, Settings settings) {
    this.platform = platform;
    this.settings = settings;
  }

  /** The server waits so long, from the first loss since the client was last there. */
  void await(long ms) {
    awaited = true;
    windowMs = ms;
    if (lostAt == NEVER) {
      lostAt = platform.clock().millis();
    }
  }

  /** Whether the server waits. */
  boolean isAwaited() {
    return awaited;
  }

  /** Whether it has waited long enough. */
  boolean isTooLate() {
    return awaited && platform.clock().millis() - lostAt > windowMs;
  }

  /** The client is back, or there is nothing to come back to. */
  void stop() {
    awaited = false;
    lostAt = NEVER;
  }

  /** The server goes down: its clients shall come back within so long, each at its own time. */
  void spread(long ms) {
    spreadMs = ms;
  }

  /** How long to wait before the next connection, in milliseconds. */
  long delayMs(int retry, long atLeastMs) {
    double random = platform.random().getAsDouble();
    if (spreadMs > 0) {
      long inMs = (long) (spreadMs * random);
      spreadMs = 0;
      return inMs;
    }
    return Backoff.delayMs(retry, settings, atLeastMs, random);
  }
}

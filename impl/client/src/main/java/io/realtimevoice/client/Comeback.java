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
  private long spreadEnd = NEVER;

  Comeback(Platform platform, Settings settings) {
    this.platform = platform;
    this.settings = settings;
  }

  /** The server waits so long, from the first loss since the client was last there. */
  void await(long ms) {
    awaited = true;
    windowMs = ms;
    if (lostAt == NEVER) {
      lostAt = now();
    }
  }

  /** Whether the server waits. */
  boolean isAwaited() {
    return awaited;
  }

  /** Whether it has waited long enough. */
  boolean isTooLate() {
    return awaited && now() - lostAt >= windowMs;
  }

  /** The client is back, or there is nothing to come back to. */
  void stop() {
    awaited = false;
    lostAt = NEVER;
  }

  /** The client is back on a server that lets it in, or its application has it begin anew. */
  void arrived() {
    spreadMs = 0;
    spreadEnd = NEVER;
  }

  /**
   * The server goes down: its clients shall come back within so long, each at its own time. Until
   * this one has arrived, it tries once in each period of that length, so that those that were
   * refused do not come on top of the others.
   */
  void spread(long ms) {
    spreadMs = ms;
    spreadEnd = NEVER;
  }

  /**
   * How long to wait before the next connection, in milliseconds. The last moment of a session is
   * worth a try.
   */
  long delayMs(int retry, long atLeastMs) {
    long delay = unboundedMs(retry, atLeastMs);
    return awaited ? Math.min(delay, Math.max(0, lostAt + windowMs - now())) : delay;
  }

  private long unboundedMs(int retry, long atLeastMs) {
    double random = platform.random().getAsDouble();
    if (spreadMs == 0) {
      return Backoff.delayMs(retry, settings, atLeastMs, random);
    }
    long now = now();
    boolean first = spreadEnd == NEVER;
    long begin = first ? now : Math.max(now, spreadEnd);
    spreadEnd = begin + spreadMs;
    long inMs = begin - now + (long) (spreadMs * random);
    return first ? inMs : Math.max(inMs, Backoff.delayMs(retry, settings, atLeastMs, random));
  }

  private long now() {
    return platform.clock().millis();
  }
}

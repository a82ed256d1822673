package io.realtimevoice.it.client;

import java.time.Duration;

/**
 * How a client treats what arrives.
 *
 * @param reads whether it takes frames off the socket at all; only then it answers pings, too
 * @param from the time after the open from which on it looks at messages; earlier ones are read and
 *     dropped, as a page does that attaches its listener late
 */
public record Listening(boolean reads, Duration from) {

  /** Reads and looks at everything. */
  public static Listening always() {
    return new Listening(true, Duration.ZERO);
  }

  /** Reads everything, and drops the messages of the given first time after the open. */
  public static Listening after(Duration delay) {
    return new Listening(true, delay);
  }

  /** Never reads a frame, not even a ping or a close. */
  public static Listening never() {
    return new Listening(false, Duration.ZERO);
  }
}

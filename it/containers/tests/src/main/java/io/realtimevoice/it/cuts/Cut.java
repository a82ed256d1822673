package io.realtimevoice.it.cuts;

import java.util.Random;

/**
 * How one connection breaks.
 *
 * @param way in which direction the moment is looked for
 * @param frame behind which frame, counted from 1, 0 being the HTTP head; -1 to count bytes
 * @param bytes behind how many bytes
 * @param end what happens then
 * @param delayMillis before each piece that passes
 */
record Cut(Way way, int frame, long bytes, End end, int delayMillis) {

  /** A direction. */
  enum Way {
    /** From the client to the server. */
    UP,
    /** From the server to the client. */
    DOWN
  }

  /** What happens to a connection. */
  enum End {
    /** Both sides are reset. */
    KILL,
    /** Nothing passes for a while, then both sides are reset. */
    FREEZE,
    /** The client's side is reset; the server's stays open, and nothing is read from it. */
    LEAVE_SERVER,
    /** Nothing: the connection stays. */
    NONE
  }

  /** A connection that works. */
  static final Cut NONE = new Cut(Way.UP, -1, Long.MAX_VALUE, End.NONE, 0);

  private static final int MOST_DELAY = 5;

  /** Behind a message; 0 is the end of the HTTP head. */
  static Cut behind(Way way, int frame) {
    return new Cut(way, frame, Long.MAX_VALUE, End.KILL, 0);
  }

  /** Anywhere, mostly within a message. */
  static Cut anywhere(Random random, int meanBytes) {
    long bytes = (long) (-meanBytes * Math.log(1 - random.nextDouble()));
    int dice = random.nextInt(100);
    End end = dice < 80 ? End.KILL : dice < 90 ? End.FREEZE : End.LEAVE_SERVER;
    int delay = random.nextInt(10) == 0 ? 1 + random.nextInt(MOST_DELAY) : 0;
    return new Cut(random.nextInt(3) == 0 ? Way.DOWN : Way.UP, -1, bytes, end, delay);
  }
}

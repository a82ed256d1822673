package io.realtimevoice.it.cuts;

import java.util.Random;

/**
 * How one connection breaks.
 *
 * @param way in which direction the moment is looked for
 * @param frame behind which frame, counted from 1, 0 being the HTTP head; -1 to count bytes
 * @param bytes behind how many bytes
 * @param end what happens then
 * @param pauseMillis how long the ends last that last
 * @param delayMillis before each piece that passes
 */
record Cut(Way way, int frame, long bytes, End end, int pauseMillis, int delayMillis) {

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
    /** Nothing passes for the pause, then both sides are reset. */
    FREEZE,
    /** Nothing passes for the pause, then everything does, to whoever is still there. */
    THAW,
    /** What goes in the moment's direction is lost from then on; the other direction works. */
    HALVE,
    /**
     * The side that the last bytes come from is reset, and they reach the other side after the
     * pause. A client is reset then; a server is left alive.
     */
    LATE,
    /** The client's side is reset; the server's stays open, and nothing is read from it. */
    LEAVE_SERVER,
    /** The server's side is reset; the client's stays open, and nothing is read from it. */
    LEAVE_CLIENT,
    /** Nothing: the connection stays. */
    NONE
  }

  /**
   * Longer than a client waits with {@link ShortHeartbeats}: 1 s until it asks, 6 s for the answer.
   */
  static final int PAST_HEARTBEATS = 8_000;

  /** A connection that works. */
  static final Cut NONE = new Cut(Way.UP, -1, Long.MAX_VALUE, End.NONE, 0, 0);

  private static final int MOST_DELAY = 5;
  private static final int SHORT_FREEZE = 100;

  /** A client comes back after 10 to 20 ms: before what is late, at the same time, or after it. */
  private static final int MOST_LATE = 60;

  /** Around the moment when a client gives up. */
  private static final int FIRST_THAW = 6_500;

  private static final int LAST_THAW = 8_000;

  /** Behind a message; 0 is the end of the HTTP head. */
  static Cut behind(Way way, int frame) {
    return behind(way, frame, End.KILL, 0);
  }

  /** Behind a message, with an end that may last. */
  static Cut behind(Way way, int frame, End end, int pauseMillis) {
    return new Cut(way, frame, Long.MAX_VALUE, end, pauseMillis, 0);
  }

  /** Behind so many bytes. */
  static Cut after(Way way, long bytes) {
    return new Cut(way, -1, bytes, End.KILL, 0, 0);
  }

  /**
   * Anywhere, mostly within a message. Of a hundred, four are ends that cost seconds: they are
   * noticed by heartbeats only.
   */
  static Cut anywhere(Random random, int meanBytes) {
    long bytes = (long) (-meanBytes * Math.log(1 - random.nextDouble()));
    Way way = random.nextInt(3) == 0 ? Way.DOWN : Way.UP;
    int delay = random.nextInt(10) == 0 ? 1 + random.nextInt(MOST_DELAY) : 0;
    int dice = random.nextInt(100);
    End end;
    int pause = 0;
    if (dice < 60) {
      end = End.KILL;
    } else if (dice < 70) {
      end = End.LEAVE_SERVER;
    } else if (dice < 80) {
      end = End.FREEZE;
      pause = SHORT_FREEZE;
    } else if (dice < 96) {
      end = End.LATE;
      pause = random.nextInt(MOST_LATE);
    } else if (dice < 97) {
      end = End.LEAVE_CLIENT;
    } else if (dice < 98) {
      end = End.FREEZE;
      pause = PAST_HEARTBEATS;
    } else if (dice < 99) {
      end = End.THAW;
      pause = FIRST_THAW + random.nextInt(LAST_THAW - FIRST_THAW);
    } else {
      end = End.HALVE;
    }
    return new Cut(way, -1, bytes, end, pause, delay);
  }
}

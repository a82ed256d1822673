package io.realtimevoice.bench.load;

import io.realtimevoice.bench.Bounds;
import io.realtimevoice.bench.server.ServerState;
import io.realtimevoice.impl.config.Settings;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How much memory a server may take at most with so many clients that read nothing: what it took
 * before, and what the settings allow for each.
 */
final class MemoryCap {

  private static final double MEGABYTE = 1e6;

  /** What the engine plays in one message. */
  private static final int FRAME_BYTES = 640;

  /** A buffer, its array's header, and the place in the queue. */
  private static final int FRAME_OBJECTS = 80;

  /** The largest message of the engine, once as it is and once as the container has encoded it. */
  private static final int IN_THE_CONTAINER = 2 * (1 << 16);

  /** Objects of the connection, the session, the stream, the container and its HTTP request. */
  private static final int OBJECTS = 48 * 1_024;

  private static final int BYTES_A_CHAR = 2;
  private static final int MOST_UTF8_A_CHAR = 3;

  private final Map<String, Long> each = new LinkedHashMap<>();
  private final ServerState before;
  private final int readers;
  private final long direct;

  MemoryCap(Settings settings, ServerState before, int readers) {
    this.before = before;
    this.readers = readers;
    long audio = settings.connection().outboxAudio();
    each.put("outbox-audio-bytes", audio);
    each.put("objects of its frames of 640 bytes", audio / FRAME_BYTES * FRAME_OBJECTS);
    each.put("outbox-text-chars", (long) BYTES_A_CHAR * settings.connection().outboxControl());
    each.put("intake-bytes", (long) settings.session().intakeBytes());
    each.put(
        "replay-bytes, at most replay-node-bytes in all",
        Math.min(settings.session().replayBytes(), settings.sessions().replayBytes() / readers));
    each.put("one frame in the container", (long) IN_THE_CONTAINER);
    each.put("objects of a connection and its session", (long) OBJECTS);
    // A thread of the JDK keeps a buffer as large as the largest message that it has written.
    direct = (long) MOST_UTF8_A_CHAR * settings.session().maxTextChars();
  }

  /** Of audio alone, which is what these readers make the server keep. */
  private long audioOfEach() {
    return each.entrySet().stream()
        .filter(part -> !part.getKey().matches("outbox-text.*|intake.*|replay.*"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private long ofEach() {
    return each.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The server's heap must not be smaller. */
  long megabytes() {
    return Math.round((before.memory() + readers * ofEach()) / MEGABYTE);
  }

  void print(PrintStream out) {
    out.printf("%n%-52s %12s %12s%n", "the cap", "bytes", "MB in all");
    row(out, "before: heap after a collection, and direct buffers", 0, before.memory());
    each.forEach((what, bytes) -> row(out, what, bytes, bytes * readers));
  }

  private static void row(PrintStream out, String what, long bytes, long all) {
    out.printf(Locale.ROOT, "%-52s %12s %12.1f%n", what, bytes == 0 ? "" : bytes, all / MEGABYTE);
  }

  void check(Bounds bounds, ServerState peak) {
    bounds.atMost(
        "heap, if no part but audio is ever full",
        peak.heap() / MEGABYTE,
        (before.heap() + readers * audioOfEach()) / MEGABYTE,
        "MB");
    bounds.atMost(
        "heap, if every part is full",
        peak.heap() / MEGABYTE,
        (before.heap() + readers * ofEach()) / MEGABYTE,
        "MB");
    bounds.atMost(
        "direct buffers: a largest text message for each thread",
        peak.direct() / MEGABYTE,
        (before.direct() + peak.threads() * direct) / MEGABYTE,
        "MB");
  }
}

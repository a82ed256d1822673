package io.realtimevoice.bench.micro;

import io.realtimevoice.bench.Bounds;
import io.realtimevoice.bench.Heap;
import io.realtimevoice.bench.Options;
import io.realtimevoice.impl.diagnosis.FlightRecorder;
import io.realtimevoice.protocol.ClientMessage;
import java.io.PrintStream;
import java.lang.ref.Reference;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** How much the flight recorder takes when it is full, as the heap shows it. */
public final class RecorderMemory {

  private static final double MEGABYTE = 1e6;
  private static final double MOST = 20;

  /** More than are kept: 200 that are about a connection, 100 that are not. */
  private static final int REPORTS = 300;

  private static final int LONGEST_NAME = 32;

  private RecorderMemory() {}

  /**
   * Measures it.
   *
   * @param out for the table
   * @param options none
   * @return the exit code
   */
  public static int run(PrintStream out, Options options) {
    options.only();
    // The first one loads classes.
    var unused = new FullRecorder();
    long before = Heap.used();
    FullRecorder full = new FullRecorder();
    long connections;
    long all;
    try {
      connections = Heap.used() - before;
      report(full);
      all = Heap.used() - before;
    } finally {
      Reference.reachabilityFence(full);
    }

    out.printf(
        "%d connections, %d bytes each; then %d of the longest reports, about a connection and"
            + " not%n",
        FlightRecorder.ROOM, connections / FlightRecorder.ROOM, 2 * REPORTS);
    Bounds bounds = new Bounds();
    bounds.atMost("the connections", connections / MEGABYTE, MOST, "MB");
    bounds.atMost("and as many and as long reports as are kept", all / MEGABYTE, MOST, "MB");
    return bounds.print(out);
  }

  private static void report(FullRecorder full) {
    for (int i = 0; i < REPORTS; i++) {
      full.recorder().reported("", longest(full.nonce(i)));
      full.recorder().reported("", longest(UUID.randomUUID().toString()));
    }
  }

  /** As the codec reads it: each name and number is an object of its own. */
  private static ClientMessage.Report longest(String nonce) {
    List<ClientMessage.Report.Step> steps =
        IntStream.range(0, ClientMessage.Report.MAX_STEPS)
            .mapToObj(
                i ->
                    new ClientMessage.Report.Step(
                        Long.MAX_VALUE - i, name(), name(), Long.MAX_VALUE - i, Long.MAX_VALUE - i))
            .toList();
    return new ClientMessage.Report(name(), name(), nonce, UUID.randomUUID().toString(), steps);
  }

  private static String name() {
    return "N".repeat(LONGEST_NAME);
  }
}

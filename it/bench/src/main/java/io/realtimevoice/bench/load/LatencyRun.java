package io.realtimevoice.bench.load;

import io.realtimevoice.bench.Bounds;
import io.realtimevoice.bench.Options;
import io.realtimevoice.bench.server.ServerProcess;
import io.realtimevoice.bench.server.ServerState;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Sessions that talk in real time: how long a frame takes there and back. */
public final class LatencyRun {

  private static final int HEAP_MEGABYTES = 1_024;
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private LatencyRun() {}

  /**
   * Runs it.
   *
   * @param out for the table
   * @param options see the usage
   * @return the exit code: 1 if a frame was lost
   * @throws Exception if it cannot be run
   */
  public static int run(PrintStream out, Options options) throws Exception {
    options.only("--sessions", "--seconds");
    int sessions = options.number("--sessions", 50);
    Duration time = Duration.ofSeconds(options.number("--seconds", 20));
    try (ServerProcess server = new ServerProcess(0, HEAP_MEGABYTES);
        Talkers talkers = new Talkers(server.stream(), sessions)) {
      talkers.measure(shorter(WARM_UP, time));
      ServerState before = server.state();
      long begun = System.nanoTime();
      RoundTrips trips = talkers.measure(time);
      ServerState after = server.state();
      double cpu = (double) (after.cpuNanos() - before.cpuNanos()) / (System.nanoTime() - begun);
      ServerState collected = server.collected();

      RoundTrips.printHead(out);
      trips.print(out, sessions + " sessions");
      out.printf(
          Locale.ROOT,
          "%nthe server: %.2f of one processor, %.1f MB of heap after a collection, %.1f MB of"
              + " direct buffers, %d threads%n",
          cpu,
          collected.heap() / 1e6,
          collected.direct() / 1e6,
          collected.threads());
      Bounds bounds = new Bounds();
      bounds.atMost("frames that did not come back", (double) trips.lost(), 0, "");
      return bounds.print(out);
    }
  }

  static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}

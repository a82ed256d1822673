package io.realtimevoice.bench.load;

import io.realtimevoice.bench.Bounds;
import io.realtimevoice.bench.Options;
import io.realtimevoice.bench.server.ServerProcess;
import io.realtimevoice.bench.server.ServerState;
import io.realtimevoice.impl.config.Settings;
import io.realtimevoice.impl.config.Sources;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Clients that stop reading: what they cost the server, and the other clients. */
public final class SlowReadersRun {

  /** Twice what is expected: the cap is held against what is left after collections. */
  private static final int HEAP_MEGABYTES = 3_072;

  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private SlowReadersRun() {}

  /**
   * Runs it.
   *
   * @param out for the tables
   * @param options see the usage
   * @return the exit code: 1 if there is more memory in use than there may be
   * @throws Exception if it cannot be run
   */
  public static int run(PrintStream out, Options options) throws Exception {
    options.only("--readers", "--sessions", "--seconds", "--no-hello");
    int readers = options.number("--readers", 500);
    int sessions = options.number("--sessions", 20);
    Duration time = Duration.ofSeconds(options.number("--seconds", 20));
    Settings settings = Settings.from(new Sources(List.of()));
    try (ServerProcess server = new ServerProcess(0, HEAP_MEGABYTES);
        Talkers talkers = new Talkers(server.stream(), sessions);
        SlowReaders slow =
            new SlowReaders(server.stream(), readers, settings.connection().sendTimeout())) {
      talkers.measure(LatencyRun.shorter(WARM_UP, time));
      RoundTrips alone = talkers.measure(time);
      MemoryCap cap = new MemoryCap(settings, server.collected(), readers);

      slow.begin(!options.has("--no-hello"), PATIENCE);
      RoundTrips beside = talkers.measure(time);
      List<ServerState> states = sample(server, time);

      RoundTrips.printHead(out);
      alone.print(out, sessions + " sessions alone");
      beside.print(out, "beside " + readers + " slow readers");
      out.printf(
          "%nSlow readers: %d at the end. Of those before, the server has closed %d with 4481, %d"
              + " with 4480 (they read again before it had noticed) and %d otherwise, and %d were"
              + " open after %d s; %d could not begin at once%s.%n",
          slow.reading(),
          slow.ended(SlowReader.End.TOO_SLOW),
          slow.ended(SlowReader.End.SILENT),
          slow.ended(SlowReader.End.OTHERWISE),
          slow.ended(SlowReader.End.STILL_OPEN),
          slow.hold().toSeconds(),
          slow.failed(),
          slow.failed() == 0 ? "" : " (" + slow.lastFailure() + ")");
      print(out, states);
      cap.print(out);
      Bounds bounds = new Bounds();
      cap.check(bounds, peak(states));
      bounds.atMost("frames of the other sessions that were lost", (double) beside.lost(), 0, "");
      bounds.atMost(
          "slow readers that the server did not close",
          slow.ended(SlowReader.End.STILL_OPEN),
          0,
          "");
      return bounds.print(out);
    }
  }

  /** Apart from the round trips: each sample stops the server for a whole collection. */
  private static List<ServerState> sample(ServerProcess server, Duration time)
      throws IOException, InterruptedException {
    List<ServerState> states = new ArrayList<>();
    try (Timers timers = new Timers(1)) {
      for (long i = 0; i < time.toSeconds(); i++) {
        states.add(server.collected());
        timers.await(SECOND);
      }
    }
    return states;
  }

  private static ServerState peak(List<ServerState> states) {
    return states.stream().max(Comparator.comparingLong(ServerState::memory)).orElseThrow();
  }

  private static void print(PrintStream out, List<ServerState> states) {
    out.printf(
        "%n%6s %10s %10s %12s %9s %8s %8s%n",
        "sample", "heap MB", "direct MB", "connections", "sessions", "threads", "files");
    for (int i = 0; i < states.size(); i++) {
      ServerState state = states.get(i);
      out.printf(
          Locale.ROOT,
          "%6d %10.1f %10.2f %12d %9d %8d %8d%n",
          i + 1,
          state.heap() / 1e6,
          state.direct() / 1e6,
          state.connections(),
          state.sessions(),
          state.threads(),
          state.files());
    }
  }
}

package io.realtimevoice.bench.load;

import com.sun.management.UnixOperatingSystemMXBean;
import io.realtimevoice.bench.Bounds;
import io.realtimevoice.bench.Options;
import io.realtimevoice.bench.server.ServerProcess;
import io.realtimevoice.impl.config.Settings;
import io.realtimevoice.impl.config.Sources;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The server goes and comes back: when its clients are back, and how they come. */
public final class RestartRun {

  private static final int HEAP_MEGABYTES = 2_048;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** As clients have by default. */
  private static final int RETRIES = 3;

  /** Beside those of the connections. */
  private static final int OTHER_FILES = 500;

  /**
   * Each client chooses its time at random, so that there are more in some seconds than in others:
   * for 500 a second and 10 seconds four standard deviations are 90 more.
   */
  private static final double CHANCE = 1.2;

  private RestartRun() {}

  /**
   * Runs it.
   *
   * @param out for the table
   * @param options see the usage
   * @return the exit code: 1 if more come at a time than they should, or not all
   * @throws Exception if it cannot be run
   */
  public static int run(PrintStream out, Options options) throws Exception {
    options.only("--clients", "--stop", "--retries");
    int clients = options.number("--clients", 5_000);
    String how = options.word("--stop", "drain", "undeploy", "kill");
    int retries = options.number("--retries", RETRIES);
    if (tooManyFor(clients, out)) {
      return 1;
    }
    int rate = Settings.from(new Sources(List.of())).sessions().reconnectRate();
    ServerProcess first = new ServerProcess(0, HEAP_MEGABYTES);
    try (first;
        Crowd crowd = new Crowd(first.stream(), clients, rate, retries)) {
      out.printf(Locale.ROOT, "%d clients READY after %.1f s%n", clients, crowd.connect(PATIENCE));
      Crowd.Return back = crowd.expectReturn();
      end(first, how);
      double down = back.seconds();
      try (ServerProcess second = new ServerProcess(first.port(), HEAP_MEGABYTES)) {
        double up = back.seconds();
        crowd.awaitReady(PATIENCE);
        double ready = back.seconds();
        out.printf(
            Locale.ROOT,
            "the server has ended by %s after %.1f s, listens again after %.1f s; READY: %d of %d"
                + " clients after %.1f s; given up: %d%n",
            how,
            down,
            up,
            crowd.ready(),
            clients,
            ready,
            crowd.lost());
        back.print(out);
        out.printf("the server counts %d connections%n", second.state().connections());
        Bounds bounds = new Bounds();
        bounds.atMost("clients that are not READY", clients - crowd.ready(), 0, "");
        out.printf(
            "within a second, at the peak: %d attempts, %d first ones%n",
            back.peak(), back.peakOfFirst());
        if (!how.equals("kill")) {
          // Whoever is killed advertises nothing.
          bounds.atMost("attempts within a second, at the peak", back.peak(), rate * CHANCE, "/s");
        }
        return bounds.print(out);
      }
    }
  }

  private static void end(ServerProcess server, String how)
      throws IOException, InterruptedException {
    switch (how) {
      case "kill" -> server.kill();
      case "undeploy" -> server.stop();
      default -> {
        server.drain();
        server.stop();
      }
    }
  }

  private static boolean tooManyFor(int clients, PrintStream out) {
    UnixOperatingSystemMXBean system =
        ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class);
    long allowed = system.getMaxFileDescriptorCount();
    if (allowed >= clients + OTHER_FILES) {
      return false;
    }
    out.printf(
        "%d clients need %d file descriptors, and this process may have %d: raise it by ulimit"
            + " -n%n",
        clients, clients + OTHER_FILES, allowed);
    return true;
  }
}

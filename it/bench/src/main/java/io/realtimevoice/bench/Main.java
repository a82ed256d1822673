package io.realtimevoice.bench;

import io.realtimevoice.bench.load.LatencyRun;
import io.realtimevoice.bench.load.RestartRun;
import io.realtimevoice.bench.load.SlowReadersRun;
import io.realtimevoice.bench.micro.MicroBenchmarks;
import io.realtimevoice.bench.micro.RecorderMemory;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The benchmarks on the command line. */
public final class Main {

  private static final int WRONG_ARGUMENTS = 2;

  private static final String USAGE =
      """
      Usage: java -jar realtime-voice-bench.jar COMMAND [OPTIONS]
        jmh [JMH OPTIONS]   time and allocation of single calls; -h for the options of JMH
        recorder            memory of the flight recorder when it is full
        latency             sessions that talk in real time: round trips, and what the server takes
          --sessions N      (50)
          --seconds N       (20)
        slow-readers        clients that stop reading while the server plays to them: its memory,
                            and the round trips of other sessions with and without them
          --readers N       (500)
          --sessions N      that talk meanwhile (20)
          --seconds N       for each measurement (20)
          --no-hello        as clients that know no resume
        restart             the server goes and comes back: when all clients are READY again
          --clients N       (5000)
          --stop HOW        drain, undeploy or kill (drain)
          --retries N       of each client before it gives up (10; clients have 3)
      Settings of the server: -Drealtime-voice.NAME=VALUE before -jar. Exits with 1 if a bound is
      broken, and with 2 for wrong arguments.
      """;

  private static final Logger CLIENT_LOGGER =
      Logger.getLogger("org.glassfish.tyrus.container.jdk.client");

  private Main() {}

  /**
   * Runs a command.
   *
   * @param arguments as in the usage
   * @throws Exception if it cannot be carried out
   */
  public static void main(String... arguments) throws Exception {
    // It writes a stack trace for each connection that a server resets, as one does that is killed.
    CLIENT_LOGGER.setLevel(Level.OFF);
    System.exit(run(System.out, arguments));
  }

  static int run(PrintStream out, String... arguments) throws Exception {
    if (arguments.length == 0) {
      return usage(out);
    }
    String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    try {
      return switch (arguments[0]) {
        case "jmh" -> MicroBenchmarks.run(out, rest);
        case "recorder" -> RecorderMemory.run(out, Options.of(rest));
        case "latency" -> LatencyRun.run(out, Options.of(rest));
        case "slow-readers" -> SlowReadersRun.run(out, Options.of(rest));
        case "restart" -> RestartRun.run(out, Options.of(rest));
        default -> usage(out);
      };
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return usage(out);
    }
  }

  private static int usage(PrintStream out) {
    out.print(USAGE);
    return WRONG_ARGUMENTS;
  }
}

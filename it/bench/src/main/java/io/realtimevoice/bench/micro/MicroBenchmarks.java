package io.realtimevoice.bench.micro;

import io.realtimevoice.bench.Bounds;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** All benchmarks of JMH, with the bounds that they have to keep. */
public final class MicroBenchmarks {

  private static final double EVENT_NANOS = 100;

  /** What JMH finds per call is its own allocation, divided by millions of calls. */
  private static final double NOTHING = 0.5;

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private MicroBenchmarks() {}

  /**
   * Runs them.
   *
   * @param out for the bounds; JMH writes to the standard output itself
   * @param arguments of JMH
   * @return the exit code
   * @throws Exception if JMH cannot
   */
  public static int run(PrintStream out, String... arguments) throws Exception {
    CommandLineOptions options = parse(arguments);
    if (options.shouldHelp()) {
      options.showHelp();
      return 0;
    }
    ChainedOptionsBuilder builder =
        new OptionsBuilder()
            .parent(options)
            .addProfiler(GCProfiler.class)
            .addProfiler(ProcessorTime.class)
            .shouldFailOnError(true)
            .jvmArgsAppend("-Xmx1g");
    if (options.getIncludes().isEmpty()) {
      builder.include("^" + MicroBenchmarks.class.getPackageName().replace(".", "\\."));
    }
    return bounds(run(builder)).print(out);
  }

  private static CommandLineOptions parse(String... arguments) {
    try {
      return new CommandLineOptions(arguments);
    } catch (CommandLineOptionException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.build()).run();
  }

  private static Bounds bounds(Collection<RunResult> results) {
    Bounds bounds = new Bounds();
    for (RunResult each : results) {
      String benchmark = each.getParams().getBenchmark();
      String name =
          benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
      String connections = each.getParams().getParam("connections");
      if (connections != null) {
        name += ", connections: " + connections;
      }
      boolean perConnection = benchmark.startsWith(RecordBenchmark.class.getName());
      // With all connections in turn it is the machine's memory that is measured.
      if (benchmark.startsWith(RecorderBenchmark.class.getName()) && "1".equals(connections)) {
        bounds.atMost(name, measured(each, ProcessorTime.NAME), EVENT_NANOS, "ns");
      }
      if (!perConnection) {
        bounds.atMost(name, measured(each, ALLOCATED), NOTHING, "B");
      }
    }
    return bounds;
  }

  private static double measured(RunResult result, String what) {
    return Objects.requireNonNull(result.getSecondaryResults().get(what), what).getScore();
  }
}

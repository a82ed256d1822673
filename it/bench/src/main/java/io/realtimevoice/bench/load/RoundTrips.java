package io.realtimevoice.bench.load;

import java.io.PrintStream;
import java.util.Locale;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Frames there and back.
 *
 * @param sent how many left
 * @param micros how long those took that came back
 */
record RoundTrips(long sent, ConcurrentHistogram micros) {

  private static final double MICROS_A_MILLI = 1e3;

  static void printHead(PrintStream out) {
    out.printf(
        "%n%-28s %9s %9s %9s %9s %9s %9s%n",
        "round trips", "frames", "lost", "p50 ms", "p95 ms", "p99 ms", "max ms");
  }

  void print(PrintStream out, String what) {
    out.printf(
        Locale.ROOT,
        "%-28s %9d %9d %9.2f %9.2f %9.2f %9.2f%n",
        what,
        sent,
        lost(),
        percentile(50),
        percentile(95),
        percentile(99),
        percentile(100));
  }

  /** Sent and not played back. */
  long lost() {
    return sent - micros.getTotalCount();
  }

  double percentile(double percent) {
    return micros.getValueAtPercentile(percent) / MICROS_A_MILLI;
  }
}

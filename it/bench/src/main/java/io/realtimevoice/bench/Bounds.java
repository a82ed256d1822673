package io.realtimevoice.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, beside what is allowed. */
public final class Bounds {

  private record Bound(String what, double measured, double most, String unit) {
    boolean kept() {
      return measured <= most;
    }
  }

  private final List<Bound> bounds = new ArrayList<>();

  /**
   * Adds a figure.
   *
   * @param what was measured
   * @param measured the figure
   * @param most how much it may be
   * @param unit of both
   */
  public void atMost(String what, double measured, double most, String unit) {
    bounds.add(new Bound(what, measured, most, unit));
  }

  /**
   * Prints all.
   *
   * @param out a table
   * @return the exit code: 1 if one is broken
   */
  public int print(PrintStream out) {
    out.printf("%n%-58s %14s %14s%n", "bound", "measured", "at most");
    for (Bound each : bounds) {
      out.printf(
          Locale.ROOT,
          "%-58s %14.1f %14.1f %-6s %s%n",
          each.what(),
          each.measured(),
          each.most(),
          each.unit(),
          each.kept() ? "kept" : "BROKEN");
    }
    return bounds.stream().allMatch(Bound::kept) ? 0 : 1;
  }
}

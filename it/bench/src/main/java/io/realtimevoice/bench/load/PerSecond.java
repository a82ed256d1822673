package io.realtimevoice.bench.load;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** When something happened, each time, since a beginning. */
final class PerSecond {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final long begin;
  private final ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();

  PerSecond(long begin) {
    this.begin = begin;
  }

  void add() {
    times.add(System.nanoTime() - begin);
  }

  /** How often within a second, counted from 0. */
  long in(int second) {
    return times.stream().filter(each -> each / SECOND == second).count();
  }

  /** The last second in which it happened. */
  int seconds() {
    return (int) (sorted()[times.size() - 1] / SECOND);
  }

  /** The most within any second, whenever that begins. */
  int peak() {
    long[] sorted = sorted();
    int peak = 0;
    int first = 0;
    for (int last = 0; last < sorted.length; last++) {
      while (sorted[last] - sorted[first] >= SECOND) {
        first++;
      }
      peak = Math.max(peak, last - first + 1);
    }
    return peak;
  }

  private long[] sorted() {
    return times.stream().mapToLong(each -> each).sorted().toArray();
  }
}

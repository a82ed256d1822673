package io.realtimevoice.bench;

import java.lang.management.ManagementFactory;

/** The heap of this JVM. */
public final class Heap {

  private static final int COLLECTIONS = 3;

  private Heap() {}

  /** What is in use, when all that can be collected is. */
  public static long used() {
    long least = Long.MAX_VALUE;
    // What a reference keeps is collected the time after.
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }
}

package io.realtimevoice.client.doctor;

import java.util.concurrent.TimeUnit;

/** How long something takes. */
final class Stopwatch {

  private final long begun = System.nanoTime();

  long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }
}

package io.realtimevoice.client;

/** Time, as one thing, so that a test can hold it. */
interface Clock {

  /** A task that has not run yet. */
  @FunctionalInterface
  interface Timer {
    /** Takes the task back; nothing happens if it runs or ran. */
    void cancel();
  }

  /** Milliseconds, monotonic, from any origin. */
  long millis();

  /** Runs a task later, in the client's turn. */
  Timer after(long delayMs, Runnable task);
}

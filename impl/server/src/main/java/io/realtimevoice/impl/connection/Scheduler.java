package io.realtimevoice.impl.connection;

import java.time.Duration;

/** Time and threads, as one thing, so that a test can hold both. */
public interface Scheduler {

  /** A task that has not run yet. */
  @FunctionalInterface
  interface Timer {
    /** Takes the task back; nothing happens if it runs or ran. */
    void cancel();
  }

  /**
   * Runs a task soon, on another thread.
   *
   * @param task must not throw
   */
  void execute(Runnable task);

  /**
   * Runs a task that may wait, as an application's code may, soon, on another thread. However many
   * wait, they hold up neither {@link #execute} nor {@link #after}.
   *
   * @param task must not throw
   */
  void perform(Runnable task);

  /**
   * Runs a task that may wait for the network for seconds, as a close may, soon, on another thread.
   * Nobody waits for it; however many wait, they hold up none of the others.
   *
   * @param task must not throw
   */
  default void closing(Runnable task) {
    perform(task);
  }

  /**
   * Runs a task later, on another thread; not at all only once the application has stopped.
   *
   * @param delay from now
   * @param task must not throw
   * @return takes it back
   */
  Timer after(Duration delay, Runnable task);

  /**
   * The time, for differences only.
   *
   * @return nanoseconds, as {@link System#nanoTime()}
   */
  long nanoTime();
}

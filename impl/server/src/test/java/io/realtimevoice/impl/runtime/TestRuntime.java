package io.realtimevoice.impl.runtime;

import io.realtimevoice.impl.config.Settings;
import io.realtimevoice.impl.connection.Scheduler;

/** Starts a channel on time and threads of a test's own. */
public final class TestRuntime {

  private TestRuntime() {}

  /** Starts it; a stop ends none of the threads. */
  public static void start(ChannelRuntime runtime, Settings settings, Scheduler scheduler) {
    runtime.start(settings, scheduler, () -> {});
  }
}

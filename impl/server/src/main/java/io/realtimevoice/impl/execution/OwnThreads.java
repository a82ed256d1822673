package io.realtimevoice.impl.execution;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads with the application's context class loader. */
final class OwnThreads implements ThreadFactory {

  private static final int THREADS = 4;

  private final AtomicInteger count = new AtomicInteger();
  private final ClassLoader applicationLoader = Thread.currentThread().getContextClassLoader();

  private OwnThreads() {}

  static ScheduledExecutorService executor() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(THREADS, new OwnThreads());
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return executor;
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "realtime-voice-" + count.incrementAndGet());
    thread.setDaemon(true);
    thread.setContextClassLoader(applicationLoader);
    return thread;
  }
}

package io.realtimevoice.impl.execution;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads with the application's context class loader. */
final class OwnThreads implements ThreadFactory {

  private static final int THREADS = 4;
  private static final int WORKERS = 16;
  private static final int CLOSERS = 8;
  private static final int IDLE_SECONDS = 60;

  private final AtomicInteger count = new AtomicInteger();
  private final ClassLoader applicationLoader = Thread.currentThread().getContextClassLoader();

  private final String name;

  private OwnThreads(String name) {
    this.name = name;
  }

  static ExecutorService workers() {
    return pool(WORKERS, "realtime-voice-application-");
  }

  static ExecutorService closers() {
    return pool(CLOSERS, "realtime-voice-close-");
  }

  private static ExecutorService pool(int threads, String name) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new OwnThreads(name));
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  static ScheduledExecutorService timers() {
    return timers(THREADS, "realtime-voice-");
  }

  static ScheduledExecutorService spareTimers() {
    return timers(1, "realtime-voice-spare-");
  }

  private static ScheduledExecutorService timers(int threads, String name) {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(threads, new OwnThreads(name));
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return executor;
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, name + count.incrementAndGet());
    thread.setDaemon(true);
    thread.setContextClassLoader(applicationLoader);
    return thread;
  }
}

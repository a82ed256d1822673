package io.realtimevoice.client.execution;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The few daemon threads that all clients of a JVM share unless they are given others. They end
 * when there is nothing to do.
 */
public final class SharedThreads {

  private static final int WORKING = 2;

  /** Handshakes wait in the API of Jakarta, and so may the reading of audio. */
  private static final int WAITING = 8;

  private static final long IDLE_SECONDS = 5;

  private SharedThreads() {}

  /**
   * For listeners, stages and timers.
   *
   * @return the same always
   */
  public static ScheduledExecutorService working() {
    return Holder.WORK;
  }

  /**
   * For what waits.
   *
   * @return the same always
   */
  public static Executor waiting() {
    return Holder.WAIT;
  }

  private static ScheduledExecutorService work() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(WORKING, new Daemons("realtime-voice-client-"));
    executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  private static Executor wait(int threads) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new Daemons("realtime-voice-client-wait-"));
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /** Made when the first client is, and only if it brings no threads of its own. */
  private static final class Holder {
    static final ScheduledExecutorService WORK = work();
    static final Executor WAIT = SharedThreads.wait(WAITING);
  }

  private static final class Daemons implements ThreadFactory {
    private final AtomicInteger count = new AtomicInteger();
    private final String prefix;

    Daemons(String prefix) {
      this.prefix = prefix;
    }

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(task, prefix + count.incrementAndGet());
      thread.setDaemon(true);
      // Not that of the application which happens to be first: it may go, and these stay.
      thread.setContextClassLoader(SharedThreads.class.getClassLoader());
      return thread;
    }
  }
}

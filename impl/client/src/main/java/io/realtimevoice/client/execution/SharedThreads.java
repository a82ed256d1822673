package io.realtimevoice.client.execution;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
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

  private static final int NETWORK = 2;

  /** Handshakes wait in the API of Jakarta, and so may closes. */
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
   * For what waits for the network: handshakes, closes, questions over HTTP. However many there
   * are, each has its turn, because each has an end.
   *
   * @return the same always
   */
  public static Executor waiting() {
    return Holder.WAIT;
  }

  /**
   * For what has come from the network, and for what has left: never for anything that waits.
   *
   * @return the same always
   */
  public static Executor network() {
    return Holder.NETWORK;
  }

  /**
   * For the reading of audio, which may wait for ever: a thread for each source that is being read,
   * and so none for anybody else to miss.
   *
   * @return the same always
   */
  public static Executor reading() {
    return Holder.READ;
  }

  private static ScheduledExecutorService work() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(WORKING, new Daemons("realtime-voice-client-"));
    executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  private static Executor fixed(int threads, String prefix) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new Daemons(prefix));
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  private static Executor read() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        new Daemons("realtime-voice-client-read-"));
  }

  /** Made when the first client is, and only if it brings no threads of its own. */
  private static final class Holder {
    static final ScheduledExecutorService WORK = work();
    static final Executor WAIT = fixed(WAITING, "realtime-voice-client-wait-");
    static final Executor NETWORK = fixed(SharedThreads.NETWORK, "realtime-voice-client-network-");
    static final Executor READ = read();
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

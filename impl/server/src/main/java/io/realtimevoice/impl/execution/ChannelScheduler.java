package io.realtimevoice.impl.execution;

import io.realtimevoice.impl.connection.Scheduler;
import io.realtimevoice.impl.log.Message;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Time and threads: those of the container's default managed executors (Jakarta Concurrency 3.0,
 * sections 3.1 and 3.2), or a few daemon threads of our own in a container that has none.
 *
 * <p>The application's code runs on the one, everything else on the one with timers: some
 * containers give the latter very few threads, which a few handlers that wait would take from
 * everybody.
 */
public final class ChannelScheduler implements Scheduler {

  private static final String TIMERS = "java:comp/DefaultManagedScheduledExecutorService";
  private static final String WORKERS = "java:comp/DefaultManagedExecutorService";

  private final ScheduledExecutorService timers;
  private final ExecutorService workers;
  private final boolean own;

  private ChannelScheduler(ScheduledExecutorService timers, ExecutorService workers, boolean own) {
    this.timers = timers;
    this.workers = workers;
    this.own = own;
  }

  /**
   * Finds the container's executors, or makes some. To be called while the application starts, on a
   * thread that has its naming context.
   *
   * @return to be stopped with the application
   */
  @SuppressWarnings("BanJNDI") // The name is a constant of ours, in the container's own namespace.
  public static ChannelScheduler find() {
    try {
      if (InitialContext.doLookup(TIMERS) instanceof ScheduledExecutorService timers
          && InitialContext.doLookup(WORKERS) instanceof ExecutorService workers) {
        return new ChannelScheduler(timers, workers, false);
      }
    } catch (NamingException e) {
      Message.OWN_THREADS.log(e.getClass().getSimpleName());
    }
    return new ChannelScheduler(OwnThreads.timers(), OwnThreads.workers(), true);
  }

  /** Ends our own threads, if they are ours. */
  public void stop() {
    if (own) {
      timers.shutdown();
      workers.shutdown();
    }
  }

  @Override
  public void execute(Runnable task) {
    run(timers, task);
  }

  @Override
  public void perform(Runnable task) {
    run(workers, task);
  }

  private static void run(ExecutorService executor, Runnable task) {
    Runnable guarded = guarded(task);
    try {
      executor.execute(guarded);
    } catch (RejectedExecutionException e) {
      Message.TASK_REJECTED.log(e.getClass().getSimpleName());
      // On the wrong thread rather than never: a connection would stall.
      guarded.run();
    }
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    try {
      Future<?> future = timers.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException e) {
      Message.TASK_REJECTED.log(e.getClass().getSimpleName());
      return () -> {};
    }
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        Message.TASK_FAILED.log(e);
        throw e;
      }
    };
  }
}

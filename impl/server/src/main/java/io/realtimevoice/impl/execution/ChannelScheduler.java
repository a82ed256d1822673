package io.realtimevoice.impl.execution;

import io.realtimevoice.impl.connection.Scheduler;
import io.realtimevoice.impl.log.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Time and threads: those of the container's default managed executors (Jakarta Concurrency 3.0,
 * sections 3.1 and 3.2), or a few daemon threads of our own in a container that has none.
 *
 * <p>The application's code and closes run on the one, everything else on the one with timers: some
 * containers give the latter very few threads, which a few handlers that wait would take from
 * everybody. A timer that the container refuses runs on a daemon thread of our own.
 */
public final class ChannelScheduler implements Scheduler {

  private static final String TIMERS = "java:comp/DefaultManagedScheduledExecutorService";
  private static final String WORKERS = "java:comp/DefaultManagedExecutorService";

  /** A close waits for seconds on some servers, so not for all of the container's threads. */
  private static final int CLOSES_AT_A_TIME = 8;

  private final ScheduledExecutorService timers;
  private final ExecutorService workers;
  private final Executor closers;
  private final List<ExecutorService> ours = new ArrayList<>();
  private @Nullable ScheduledExecutorService spare;
  private boolean stopped;

  private ChannelScheduler(ScheduledExecutorService timers, ExecutorService workers) {
    this.timers = timers;
    this.workers = workers;
    this.closers = new Narrow(this::perform, CLOSES_AT_A_TIME);
  }

  private ChannelScheduler() {
    ExecutorService closing = OwnThreads.closers();
    this.timers = OwnThreads.timers();
    this.workers = OwnThreads.workers();
    this.closers = task -> run(closing, task);
    ours.addAll(List.of(timers, workers, closing));
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
        return new ChannelScheduler(timers, workers);
      }
    } catch (NamingException e) {
      Message.OWN_THREADS.log(e.getClass().getSimpleName());
    }
    return new ChannelScheduler();
  }

  /** Ends our own threads. */
  public synchronized void stop() {
    stopped = true;
    ours.forEach(ExecutorService::shutdown);
  }

  @Override
  public void execute(Runnable task) {
    run(timers, task);
  }

  @Override
  public void perform(Runnable task) {
    run(workers, task);
  }

  @Override
  public void closing(Runnable task) {
    closers.execute(task);
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
      return timer(timers, delay, task);
    } catch (RejectedExecutionException e) {
      Message.TASK_REJECTED.log(e.getClass().getSimpleName());
      return later(delay, task);
    }
  }

  /** On a thread of our own rather than never: all deadlines depend on it. */
  private synchronized Timer later(Duration delay, Runnable task) {
    if (stopped) {
      return () -> {};
    }
    if (spare == null) {
      spare = OwnThreads.spareTimers();
      ours.add(spare);
    }
    return timer(spare, delay, task);
  }

  private static Timer timer(ScheduledExecutorService by, Duration delay, Runnable task) {
    Future<?> future = by.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
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

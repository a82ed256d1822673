package io.realtimevoice.impl.execution;

import io.realtimevoice.impl.connection.Scheduler;
import io.realtimevoice.impl.log.Message;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Time and threads: those of the container's default managed executor (Jakarta Concurrency 3.0,
 * section 3.2), or a few daemon threads of our own in a container that has none.
 */
public final class ChannelScheduler implements Scheduler {

  private static final String MANAGED = "java:comp/DefaultManagedScheduledExecutorService";

  private final ScheduledExecutorService executor;
  private final boolean own;

  private ChannelScheduler(ScheduledExecutorService executor, boolean own) {
    this.executor = executor;
    this.own = own;
  }

  /**
   * Finds the container's executor, or makes one. To be called while the application starts, on a
   * thread that has its naming context.
   *
   * @return to be stopped with the application
   */
  @SuppressWarnings("BanJNDI") // The name is a constant of ours, in the container's own namespace.
  public static ChannelScheduler find() {
    try {
      if (InitialContext.doLookup(MANAGED) instanceof ScheduledExecutorService managed) {
        return new ChannelScheduler(managed, false);
      }
    } catch (NamingException e) {
      Message.OWN_THREADS.log(e.getClass().getSimpleName());
    }
    return new ChannelScheduler(OwnThreads.executor(), true);
  }

  /** Ends our own threads, if they are ours. */
  public void stop() {
    if (own) {
      executor.shutdown();
    }
  }

  @Override
  public void execute(Runnable task) {
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
      Future<?> future = executor.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
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

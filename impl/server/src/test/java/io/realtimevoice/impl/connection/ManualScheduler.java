package io.realtimevoice.impl.connection;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * Time and threads in the hand of a test: time stands still, and nothing runs, but in {@link #run}
 * and {@link #advance}, on the thread that calls them.
 */
public final class ManualScheduler implements Scheduler {

  private record Task(long due, long order, Runnable action) implements Comparable<Task> {
    @Override
    public int compareTo(Task other) {
      return due != other.due ? Long.compare(due, other.due) : Long.compare(order, other.order);
    }
  }

  private final Queue<Task> tasks = new PriorityQueue<>();
  private final LongSupplier order;
  private long now;
  private long count;
  private int performed;

  private ManualScheduler(Random random) {
    order = random == null ? () -> count++ : random::nextLong;
  }

  /** Tasks that are due at the same time run in the order in which they were given. */
  public ManualScheduler() {
    this(null);
  }

  /** Tasks that are due at the same time run in any order, as on several threads. */
  public static ManualScheduler inAnyOrder(long seed) {
    return new ManualScheduler(new Random(seed));
  }

  @Override
  public void perform(Runnable task) {
    performed++;
    execute(task);
  }

  /** How many tasks were given to the threads that may wait. */
  public int performed() {
    return performed;
  }

  @Override
  public void execute(Runnable task) {
    add(0, task);
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Task added = add(delay.toNanos(), task);
    return () -> remove(added);
  }

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  /** Runs what is due, and what becomes due by that. */
  public void run() {
    advance(Duration.ZERO);
  }

  /** Lets time pass, and runs each task at its time. */
  public void advance(Duration time) {
    long until = nanoTime() + time.toNanos();
    for (Task task = next(until); task != null; task = next(until)) {
      task.action().run();
    }
    until(until);
  }

  /** Runs one task that is due; false if none is. */
  public boolean step() {
    Task task = next(nanoTime());
    if (task == null) {
      return false;
    }
    task.action().run();
    return true;
  }

  /** How many tasks wait for their time. */
  public synchronized int waiting() {
    return tasks.size();
  }

  private synchronized Task add(long delay, Runnable action) {
    Task task = new Task(now + delay, order.getAsLong(), action);
    tasks.add(task);
    return task;
  }

  private synchronized void remove(Task task) {
    tasks.remove(task);
  }

  private synchronized Task next(long until) {
    Task first = tasks.peek();
    if (first == null || first.due() > until) {
      return null;
    }
    until(first.due());
    return tasks.remove();
  }

  private synchronized void until(long time) {
    now = Math.max(now, time);
  }
}

package io.realtimevoice.client;

import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Time and threads in the hand of a test: time stands still, and nothing runs, but in {@link #run}
 * and {@link #advance}, on the thread that calls them.
 */
final class ManualClock implements Clock, Executor {

  private record Task(long due, long order, Runnable action) implements Comparable<Task> {
    @Override
    public int compareTo(Task other) {
      return due != other.due ? Long.compare(due, other.due) : Long.compare(order, other.order);
    }
  }

  private final Queue<Task> tasks = new PriorityQueue<>();
  private long now;
  private long count;

  @Override
  public long millis() {
    return now;
  }

  @Override
  public void execute(Runnable task) {
    after(0, task);
  }

  @Override
  public Timer after(long delayMs, Runnable task) {
    Task added = new Task(now + delayMs, count++, task);
    tasks.add(added);
    return () -> tasks.remove(added);
  }

  /** Runs what is due, and what becomes due by that. */
  void run() {
    advance(0);
  }

  /** Lets time pass, and runs each task at its time. */
  void advance(long ms) {
    long until = now + ms;
    while (!tasks.isEmpty() && tasks.peek().due() <= until) {
      Task next = tasks.remove();
      now = Math.max(now, next.due());
      next.action().run();
    }
    now = until;
  }

  /** How many tasks wait for their time. */
  int waiting() {
    return tasks.size();
  }
}

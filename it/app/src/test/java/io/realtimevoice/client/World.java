package io.realtimevoice.client;

import io.realtimevoice.impl.connection.Scheduler;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One time and one thread for clients, servers and the network between them. */
final class World implements Clock, Scheduler, Executor {

  private record Event(long due, long order, Runnable action) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      return due != other.due ? Long.compare(due, other.due) : Long.compare(order, other.order);
    }
  }

  private final Queue<Event> events = new PriorityQueue<>();
  private long now;
  private long count;

  @Override
  public long millis() {
    return TimeUnit.NANOSECONDS.toMillis(now);
  }

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public void perform(Runnable task) {
    execute(task);
  }

  @Override
  public void execute(Runnable task) {
    add(0, task);
  }

  @Override
  public Clock.Timer after(long delayMs, Runnable task) {
    Event event = add(TimeUnit.MILLISECONDS.toNanos(delayMs), task);
    return () -> events.remove(event);
  }

  @Override
  public Scheduler.Timer after(Duration delay, Runnable task) {
    Event event = add(delay.toNanos(), task);
    return () -> events.remove(event);
  }

  /** Lets things happen until there is what is waited for, or the time is over. */
  boolean runUntil(BooleanSupplier reached, Duration limit) {
    long end = now + limit.toNanos();
    while (!reached.getAsBoolean() && !events.isEmpty() && events.peek().due() <= end) {
      Event next = events.remove();
      now = Math.max(now, next.due());
      next.action().run();
    }
    return reached.getAsBoolean();
  }

  private Event add(long delay, Runnable action) {
    Event event = new Event(now + delay, count++, action);
    events.add(event);
    return event;
  }
}

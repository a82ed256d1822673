package io.realtimevoice.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Writes the timeline. Only its reader may be on another thread. */
final class Journal {

  private final Clock clock;
  private final int size;
  private final Deque<TimelineEntry> entries = new ArrayDeque<>();
  private long dropped;
  private long origin;

  Journal(Clock clock, int size) {
    this.clock = clock;
    this.size = size;
    this.origin = clock.millis();
  }

  /** Counts the time from now on. */
  void restart() {
    origin = clock.millis();
  }

  TimelineEntry add(TimelineEvent event, Map<String, Object> detail) {
    TimelineEntry entry = new TimelineEntry(clock.millis() - origin, event, detail);
    synchronized (entries) {
      entries.add(entry);
      if (entries.size() > size) {
        entries.remove();
        dropped++;
      }
    }
    return entry;
  }

  /** How many entries there ever were. */
  long count() {
    synchronized (entries) {
      return dropped + entries.size();
    }
  }

  /** What has come after so many entries, and is still kept. */
  List<TimelineEntry> since(long count) {
    synchronized (entries) {
      return entries.stream().skip(Math.max(0, count - dropped)).toList();
    }
  }

  Timeline snapshot() {
    synchronized (entries) {
      return new Timeline(List.copyOf(entries), dropped);
    }
  }
}

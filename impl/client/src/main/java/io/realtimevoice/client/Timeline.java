package io.realtimevoice.client;

import java.util.List;

/**
 * What has happened to a client, with times.
 *
 * @param entries oldest first; only the latest are kept
 * @param dropped how many older ones had to make room
 */
public record Timeline(List<TimelineEntry> entries, long dropped) {

  /** Takes a copy of the entries. */
  public Timeline {
    entries = List.copyOf(entries);
  }
}

package io.realtimevoice.impl.diagnosis;

import io.realtimevoice.protocol.ClientMessage;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last of what clients reported: some by the connection that they are about, some that are
 * about none that is known. Used by any thread.
 */
public final class ClientReports {

  /**
   * A report.
   *
   * @param at when it came, in milliseconds since 1970
   * @param report what the client says
   */
  public record Kept(long at, ClientMessage.Report report) {}

  private static final int MOST_JOINED = 200;
  private static final int MOST_LOOSE = 50;

  private final InstantSource clock;
  private final Map<String, Kept> joined = new LinkedHashMap<>();
  private final Deque<Kept> loose = new ArrayDeque<>();

  ClientReports(InstantSource clock) {
    this.clock = clock;
  }

  /** Keeps a report about a connection; null if it is about none that is known. */
  synchronized void keep(@Nullable String connectionId, ClientMessage.Report report) {
    Kept kept = new Kept(clock.millis(), report);
    if (connectionId == null) {
      loose.addLast(kept);
      if (loose.size() > MOST_LOOSE) {
        loose.removeFirst();
      }
      return;
    }
    joined.remove(connectionId);
    joined.put(connectionId, kept);
    if (joined.size() > MOST_JOINED) {
      joined.remove(joined.keySet().iterator().next());
    }
  }

  /**
   * What the client of a connection reported.
   *
   * @param connectionId as in the log
   * @return empty if nothing is kept
   */
  public synchronized Optional<Kept> about(String connectionId) {
    return Optional.ofNullable(joined.get(connectionId));
  }

  /**
   * What is about no connection that is known.
   *
   * @return the oldest first
   */
  public synchronized List<Kept> loose() {
    return List.copyOf(loose);
  }
}

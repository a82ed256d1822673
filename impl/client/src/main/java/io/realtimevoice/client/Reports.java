package io.realtimevoice.client;

import io.realtimevoice.diagnosis.Finding;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the server is still to be told of connections that have failed. Used in the client's turn.
 */
final class Reports {

  private static final int MAX_REPORTS = 3;
  private static final int MAX_ENTRIES = 200;

  private final Journal journal;
  private final Deque<String> waiting = new ArrayDeque<>();
  private long begun;

  Reports(Journal journal) {
    this.journal = journal;
  }

  /** A connection begins. */
  void begin() {
    begun = journal.count();
  }

  /** It has failed, or was lost. */
  void add(Finding finding, String nonce, String sessionId) {
    List<TimelineEntry> entries = journal.since(begun);
    List<TimelineEntry> latest =
        entries.subList(Math.max(0, entries.size() - MAX_ENTRIES), entries.size());
    waiting.add(MessageWriter.report(finding, nonce, sessionId, latest));
    if (waiting.size() > MAX_REPORTS) {
      waiting.remove();
    }
  }

  /** Hands all over, and forgets them. */
  void flush(Consumer<String> to) {
    for (String each = waiting.poll(); each != null; each = waiting.poll()) {
      to.accept(each);
    }
  }
}

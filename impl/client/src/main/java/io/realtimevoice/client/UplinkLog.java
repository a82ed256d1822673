package io.realtimevoice.client;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The reliable messages of a client that the server has not acknowledged, in order, with a mark
 * between those that the connection was given and those that it was not. Used in the client's turn.
 */
final class UplinkLog {

  /** A message on its way. */
  static final class Entry {
    final @Nullable String text;
    final @Nullable ByteBuffer data;
    final int audioBytes;
    final CompletableFuture<Void> sent;
    private final Runnable gone;

    private Entry(
        @Nullable String text,
        @Nullable ByteBuffer data,
        int audioBytes,
        CompletableFuture<Void> sent,
        Runnable gone) {
      this.text = text;
      this.data = data;
      this.audioBytes = audioBytes;
      this.sent = sent;
      this.gone = gone;
    }

    /** A message of the protocol. */
    static Entry of(String text) {
      return new Entry(text, null, 0, new CompletableFuture<>(), () -> {});
    }

    /**
     * Audio.
     *
     * @param text as a message of the protocol; null for a binary one
     * @param sent complete when it was given to the network and there is room for more
     * @param gone called when it is kept no longer
     */
    static Entry ofAudio(
        @Nullable String text, ByteBuffer data, CompletableFuture<Void> sent, Runnable gone) {
      return new Entry(text, data, data.remaining(), sent, gone);
    }
  }

  private final ArrayList<Entry> entries = new ArrayList<>();
  private long acknowledged;
  private int given;
  private long audioBytes;

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** How much audio is kept. */
  long audioBytes() {
    return audioBytes;
  }

  void add(Entry entry) {
    entries.add(entry);
    audioBytes += entry.audioBytes;
  }

  /** What the connection gets next; null if it has all. */
  @Nullable Entry next() {
    return given < entries.size() ? entries.get(given) : null;
  }

  /** The connection has it. */
  void gave() {
    given++;
  }

  /** How many messages there were, up to the mark. */
  long count() {
    return acknowledged + given;
  }

  /** Whether a server can have so many. */
  boolean isPossible(long received) {
    return received >= acknowledged && received <= count();
  }

  /** The server has so many, which must be possible. */
  void acknowledge(long received) {
    int count = (int) (received - acknowledged);
    List<Entry> done = List.copyOf(entries.subList(0, count));
    entries.subList(0, count).clear();
    acknowledged = received;
    given -= count;
    for (Entry each : done) {
      forget(each);
      // Its connection may have been lost before it could tell.
      each.sent.complete(null);
    }
  }

  /**
   * Another connection gets all that the server lacks.
   *
   * @return how many messages
   */
  int rewind() {
    int again = given;
    given = 0;
    return again;
  }

  /** The session is over: nothing of it leaves any more. */
  void fail(Throwable why) {
    List<Entry> all = List.copyOf(entries);
    entries.clear();
    acknowledged = 0;
    given = 0;
    for (Entry each : all) {
      forget(each);
      each.sent.completeExceptionally(why);
    }
  }

  private void forget(Entry entry) {
    audioBytes -= entry.audioBytes;
    entry.gone.run();
  }
}

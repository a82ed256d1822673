package io.realtimevoice.bench.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * As many slow readers as wanted, always: each waits until the server must have given it up, reads
 * how, and comes back.
 */
final class SlowReaders implements AutoCloseable {

  /** Beyond the time after which the server gives up, and the time to fill a socket. */
  private static final Duration MORE = Duration.ofSeconds(4);

  private static final Duration HEARTBEAT = Duration.ofSeconds(4);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int THREADS = 16;

  private final Timers timers = new Timers(THREADS);
  private final Timers looking = new Timers(2);
  private final Duration hold;
  private final URI uri;
  private final int size;
  private final Set<SlowReader> begun = ConcurrentHashMap.newKeySet();
  private final AtomicInteger reading = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final Map<SlowReader.End, Integer> ends = new ConcurrentHashMap<>();
  private volatile boolean over;
  private volatile String lastFailure = "";

  SlowReaders(URI uri, int size, Duration sendTimeout) {
    this.uri = uri;
    this.size = size;
    this.hold = sendTimeout.plus(MORE);
  }

  /** Begins with all of them; returns when each has stopped to read. */
  void begin(boolean hello, Duration patience) throws InterruptedException {
    for (int i = 0; i < size; i++) {
      SlowReader reader = new SlowReader(uri, hello);
      timers.execute(() -> begin(reader));
    }
    long since = System.nanoTime();
    while (begun.size() < size && System.nanoTime() - since < patience.toNanos()) {
      looking.await(LOOK);
    }
    if (begun.size() < size) {
      throw new IllegalStateException(
          "only " + begun.size() + " slow readers could begin: " + lastFailure);
    }
  }

  private void begin(SlowReader reader) {
    try {
      reader.begin();
      begun.add(reader);
      reading.incrementAndGet();
      timers.after(hold, () -> again(reader));
      looking.after(HEARTBEAT, () -> live(reader, HEARTBEAT));
    } catch (IOException | RuntimeException e) {
      lastFailure = e.toString();
      failed.incrementAndGet();
      if (!over) {
        timers.after(Duration.ofSeconds(1), () -> begin(reader));
      }
    }
  }

  /** Until it comes back: then it begins to show it anew. */
  private void live(SlowReader reader, Duration since) {
    try {
      reader.live();
    } catch (IOException e) {
      // The server has closed, which is looked at when the reader comes back.
      return;
    }
    if (since.plus(HEARTBEAT).compareTo(hold) < 0) {
      looking.after(HEARTBEAT, () -> live(reader, since.plus(HEARTBEAT)));
    }
  }

  private void again(SlowReader reader) {
    reading.decrementAndGet();
    RawWebSocket before = reader.giveUp();
    if (before != null) {
      try {
        ends.merge(SlowReader.end(before), 1, Integer::sum);
      } catch (IOException e) {
        lastFailure = e.toString();
        failed.incrementAndGet();
      }
    }
    if (!over) {
      begin(reader);
    }
  }

  int reading() {
    return reading.get();
  }

  int ended(SlowReader.End how) {
    return ends.getOrDefault(how, 0);
  }

  int failed() {
    return failed.get();
  }

  String lastFailure() {
    return lastFailure;
  }

  Duration hold() {
    return hold;
  }

  @Override
  public void close() {
    over = true;
    timers.close();
    looking.close();
  }
}

package io.realtimevoice.bench.load;

import io.realtimevoice.client.ClientState;
import io.realtimevoice.client.TimelineEntry;
import io.realtimevoice.client.TimelineEvent;
import io.realtimevoice.client.VoiceClient;
import io.realtimevoice.client.VoiceListener;
import io.realtimevoice.client.VoiceProblem;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Many clients of one server, with the times that clients have by default. */
final class Crowd implements AutoCloseable {

  private static final double SECOND = 1e9;
  private static final int BAR = 25;

  /** As the timeline counts connections: one was before. */
  private static final int FIRST_RETRY = 2;

  private static final Duration LOOK = Duration.ofMillis(20);

  private final Timers timers = new Timers(1);
  private final List<VoiceClient> clients = new ArrayList<>();
  private final AtomicInteger ready = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final int rate;
  private volatile @Nullable Return back;

  /** Not connected yet; so many a second will be. */
  Crowd(URI uri, int size, int rate, int retries) {
    this.rate = rate;
    for (int i = 0; i < size; i++) {
      clients.add(VoiceClient.builder(uri).listener(new Listener()).maxRetries(retries).build());
    }
  }

  /** Connects all, and gives after how many seconds all are READY. */
  double connect(Duration patience) throws InterruptedException {
    long begin = System.nanoTime();
    for (int i = 0; i < clients.size(); i++) {
      VoiceClient client = clients.get(i);
      timers.after(Duration.ofSeconds(i).dividedBy(rate), client::connect);
    }
    if (!awaitReady(patience)) {
      throw new IllegalStateException("only " + ready() + " clients can connect");
    }
    return (System.nanoTime() - begin) / SECOND;
  }

  /** What happens is counted from now on. */
  Return expectReturn() {
    Return expected = new Return();
    back = expected;
    return expected;
  }

  /** Whether all are READY, by some time from now. */
  boolean awaitReady(Duration patience) throws InterruptedException {
    long begin = System.nanoTime();
    while (ready() + lost.get() < clients.size()
        && System.nanoTime() - begin < patience.toNanos()) {
      timers.await(LOOK);
    }
    return ready() == clients.size();
  }

  /** How many are READY. */
  int ready() {
    return ready.get();
  }

  /** How many have given up. */
  int lost() {
    return lost.get();
  }

  @Override
  public void close() {
    clients.forEach(VoiceClient::close);
    timers.close();
  }

  /** How all come back. */
  static final class Return {
    private final long begin = System.nanoTime();
    private final PerSecond first = new PerSecond(begin);
    private final PerSecond attempts = new PerSecond(begin);
    private final PerSecond arrivals = new PerSecond(begin);

    double seconds() {
      return (System.nanoTime() - begin) / SECOND;
    }

    /** The most clients that come back for the first time within a second. */
    int peakOfFirst() {
      return first.peak();
    }

    /** The same with those that come again, since they were not let in. */
    int peak() {
      return attempts.peak();
    }

    void print(PrintStream out) {
      out.printf("%n%8s %9s %9s %9s%n", "second", "first", "attempts", "READY");
      for (int i = 0; i <= Math.max(attempts.seconds(), arrivals.seconds()); i++) {
        out.printf(
            "%8d %9d %9d %9d  %s%n",
            i, first.in(i), attempts.in(i), arrivals.in(i), "#".repeat((int) attempts.in(i) / BAR));
      }
    }
  }

  private final class Listener implements VoiceListener {

    @Override
    public void onState(ClientState from, ClientState to) {
      if (from == ClientState.READY) {
        ready.decrementAndGet();
      }
      if (to == ClientState.READY) {
        ready.incrementAndGet();
        Return returning = back;
        if (returning != null) {
          returning.arrivals.add();
        }
      }
    }

    @Override
    public void onTimeline(TimelineEntry entry) {
      Return returning = back;
      if (returning != null && entry.event() == TimelineEvent.CONNECTING) {
        returning.attempts.add();
        if (Integer.valueOf(FIRST_RETRY).equals(entry.detail().get("attempt"))) {
          returning.first.add();
        }
      }
    }

    @Override
    public void onFinal(VoiceProblem problem) {
      lost.incrementAndGet();
    }
  }
}

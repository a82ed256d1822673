package io.realtimevoice.impl.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.realtimevoice.event.DeliveryRung;
import io.realtimevoice.event.WelcomeDelivered;
import io.realtimevoice.event.WelcomeFailed;
import io.realtimevoice.event.WelcomeFailed.Cause;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Gets the welcome to the client, and knows how far it got.
 *
 * <p>Behind the first welcome that was sent goes a ping with a payload of our own. Frames keep
 * their order, so its pong proves that the peer's WebSocket stack has the welcome, with no help
 * from the peer's code. The welcome is repeated until a message of the client shows that its code
 * has it, too.
 */
final class WelcomeLadder {

  /** Told what happens, on the scheduler's or the container's threads. */
  interface Listener {
    /** A welcome goes to the container. */
    void attempted(int attempt);

    /** The container has written a welcome. */
    void sent(int attempt, Duration afterOpen);

    /** The peer's WebSocket stack has a welcome. */
    void received(Duration afterOpen);

    /** The peer's code has a welcome. */
    void delivered(WelcomeDelivered event);

    /** The peer's code has shown no sign of a welcome in time. */
    void failed(WelcomeFailed event);

    /** The peer's code has spoken after all, when the delivery had failed already. */
    void late(Duration afterOpen);
  }

  private static final List<Duration> REPEATS =
      List.of(
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4));

  private final String connectionId;
  private final Outbox outbox;
  private final Scheduler scheduler;
  private final Executor soon;
  private final Duration limit;
  private final Listener listener;
  private final ByteBuffer pingPayload;
  private final long opened;

  private @Nullable WelcomeText welcome;
  private @Nullable String nonce;
  private DeliveryRung rung = DeliveryRung.NONE;
  private boolean over;
  private boolean closed;
  private boolean queued;
  private boolean unwritten;
  private boolean pinged;
  private long begun;
  private int attempts;
  private int repeats;
  private @Nullable Duration sentAfter;
  private @Nullable Duration receivedAfter;
  private Scheduler.@Nullable Timer repeat;
  private Scheduler.@Nullable Timer deadline;
  private volatile boolean acknowledged;

  WelcomeLadder(
      String connectionId, Outbox outbox, Scheduler scheduler, Duration limit, Listener listener) {
    this.connectionId = connectionId;
    this.outbox = outbox;
    this.scheduler = scheduler;
    this.soon = scheduler::execute;
    this.limit = limit;
    this.listener = listener;
    this.pingPayload = ByteBuffer.wrap(UUID.randomUUID().toString().getBytes(US_ASCII));
    this.opened = scheduler.nanoTime();
  }

  /** Begins the delivery; the function gives the text of an attempt, counted from 1. */
  synchronized void begin(WelcomeText text) {
    if (welcome != null) {
      return;
    }
    welcome = text;
    begun = scheduler.nanoTime();
    // In this call, which is the open's: a send on another thread may overtake the container, which
    // has not written the end of the handshake yet (seen once on Payara 6).
    attempt(Runnable::run);
    if (!over) {
      deadline = scheduler.after(atLeastZero(limit.minus(elapsed())), this::expire);
      scheduleRepeat();
    }
  }

  /** Changes what later attempts say. */
  synchronized void greeting(WelcomeText text) {
    if (welcome != null) {
      welcome = text;
    }
  }

  /** Sends the welcome once more, because the client asks for it. */
  synchronized void again(@Nullable String asked) {
    // Even behind one that waits: it must leave before what follows the hello.
    boolean another = !Objects.equals(asked, nonce);
    nonce = asked;
    if (!closed && (another || !queued)) {
      attempt(soon);
    }
  }

  /** A pong has come. */
  synchronized void pong(ByteBuffer payload) {
    if (pinged && !closed && receivedAfter == null && payload.equals(pingPayload)) {
      receivedAfter = elapsed();
      climb(DeliveryRung.RECEIVED);
      listener.received(receivedAfter);
    }
  }

  /** A message has come; almost always not the first, so almost always this is one read. */
  void acknowledge() {
    if (!acknowledged) {
      firstMessage();
    }
  }

  /** The connection has ended. */
  synchronized void close() {
    if (welcome != null && !over) {
      fail(Cause.CLOSED);
    }
    over = true;
    closed = true;
    cancel();
  }

  private synchronized void firstMessage() {
    if (acknowledged || closed) {
      return;
    }
    acknowledged = true;
    if (over) {
      listener.late(elapsed());
      return;
    }
    over = true;
    cancel();
    climb(DeliveryRung.ACKNOWLEDGED);
    listener.delivered(
        new WelcomeDelivered(connectionId, attempts, sentAfter, receivedAfter, elapsed()));
  }

  private void attempt(Executor by) {
    if (welcome == null) {
      return;
    }
    queued = true;
    unwritten = true;
    attempts++;
    outbox.offer(new Frame.Text(welcome.of(attempts, nonce), new Attempt(attempts)), by);
  }

  private final class Attempt implements Frame.Progress {
    private final int number;

    Attempt(int number) {
      this.number = number;
    }

    @Override
    public void attempted() {
      synchronized (WelcomeLadder.this) {
        // From here on it may reach the client before a hello that asks for one leaves it.
        queued = number < attempts;
        climb(DeliveryRung.ATTEMPTED);
        listener.attempted(number);
      }
    }

    @Override
    public void sent() {
      synchronized (WelcomeLadder.this) {
        unwritten = queued;
        Duration after = elapsed();
        if (sentAfter == null) {
          sentAfter = after;
        }
        climb(DeliveryRung.SENT);
        listener.sent(number, after);
        if (!pinged) {
          pinged = true;
          outbox.offer(new Frame.Ping(pingPayload));
        }
      }
    }
  }

  private void scheduleRepeat() {
    if (repeats < REPEATS.size()) {
      Duration since = Duration.ofNanos(scheduler.nanoTime() - begun);
      repeat = scheduler.after(atLeastZero(REPEATS.get(repeats++).minus(since)), this::repeat);
    }
  }

  private synchronized void repeat() {
    if (!over && !unwritten) {
      attempt(soon);
    }
    if (!over) {
      scheduleRepeat();
    }
  }

  private synchronized void expire() {
    if (!over) {
      fail(
          switch (rung) {
            case NONE, ATTEMPTED -> Cause.NOT_SENT;
            case SENT -> Cause.PATH;
            case RECEIVED, ACKNOWLEDGED -> Cause.CLIENT;
          });
    }
  }

  private void fail(Cause cause) {
    over = true;
    cancel();
    listener.failed(new WelcomeFailed(connectionId, rung, attempts, cause, elapsed()));
  }

  private void climb(DeliveryRung to) {
    if (to.compareTo(rung) > 0) {
      rung = to;
    }
  }

  private void cancel() {
    if (repeat != null) {
      repeat.cancel();
    }
    if (deadline != null) {
      deadline.cancel();
    }
  }

  private static Duration atLeastZero(Duration wait) {
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  private Duration elapsed() {
    return Duration.ofNanos(scheduler.nanoTime() - opened);
  }
}

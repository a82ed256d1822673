package io.realtimevoice.impl.connection;

import io.realtimevoice.OverflowPolicy;
import io.realtimevoice.protocol.CloseCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What leaves one connection: in order, with exactly one frame in the container at a time.
 *
 * <p>One, because servers differ in what they do with a second one: Liberty and Tomcat throw, Jetty
 * mixes text with binary, Tyrus buffers without bound, and Undertow stops reading a connection with
 * some fifty queued frames. Two lanes: control goes first and is never dropped, its overflow closes
 * the connection; audio is bounded in bytes, with a policy for what is too much and a notice to the
 * peer where some is missing.
 *
 * <p>Any thread may queue; frames are sent on the scheduler's threads, unless who queues one brings
 * another executor. Before each one the connection's state is checked; not open, or a failed send,
 * is tried again a few times.
 */
final class Outbox {

  /** What the owner of an outbox must know. */
  interface Owner {
    /** A {@link Frame.Close} has had its turn: nothing follows. */
    void closeReached(CloseCode code);

    /** A frame could not be sent and is tried again; no cause: the connection was not open. */
    void retrying(int time, @Nullable Throwable cause);

    /** The outbox cannot go on. */
    void broken(CloseCode code, @Nullable Throwable cause);

    /** Played audio was dropped because the peer takes it too slowly. */
    void audioDropped(int bytes);

    /** What the peer is told where audio is missing; null for nothing. */
    @Nullable String gap(long bytes);

    /** The container has written a text message. */
    default void textWritten(int chars) {}

    /** The container has written a binary message. */
    default void binaryWritten(int bytes) {}

    /** The container has written a ping. */
    default void pingWritten() {}
  }

  /**
   * The bounds of an outbox.
   *
   * @param controlWeight of the control lane: characters and bytes, and {@link Frame#OVERHEAD} each
   * @param audioBytes of the audio lane
   * @param overflow what happens beyond it
   * @param retryDelay between two tries of a frame
   * @param retries how many times a frame is tried again
   */
  record Bounds(
      int controlWeight,
      int audioBytes,
      OverflowPolicy overflow,
      Duration retryDelay,
      int retries) {}

  /** What there may be to say of the frame in the container, beside the failure of its send. */
  private enum Sending {
    NOTHING,
    IN_FLIGHT,
    WRITTEN
  }

  /**
   * After so many steps, two for each frame, other connections have their turn: a client that reads
   * a full outbox at once would keep a thread for as long as that takes.
   */
  private static final int TURN = 32;

  private final Transport transport;
  private final Scheduler scheduler;
  private final Bounds bounds;
  private final Owner owner;

  private final Lanes lanes;

  private final AtomicInteger work = new AtomicInteger();
  private final Runnable drain = this::drain;
  private final Executor soon;
  private final Transport.Completion completion = this::completed;

  private final AtomicReference<Object> sending = new AtomicReference<>(Sending.NOTHING);
  private volatile boolean waiting;
  private volatile long sendingSince;
  private @Nullable Frame current;
  private @Nullable ByteBuffer currentAudio;
  private int currentAudioPosition;
  private int currentAudioBytes;
  private int failures;

  Outbox(Transport transport, Scheduler scheduler, Bounds bounds, Owner owner) {
    this.transport = transport;
    this.scheduler = scheduler;
    this.soon = scheduler::execute;
    this.bounds = bounds;
    this.lanes = new Lanes(bounds, owner);
    this.owner = owner;
  }

  /** Queues a frame in the control lane; false if nothing leaves any more. */
  boolean offer(Frame frame) {
    return offer(frame, soon);
  }

  /** The same; if nothing is going on, the executor sends it. */
  boolean offer(Frame frame, Executor by) {
    int added = lanes.add(frame);
    if (added < 0) {
      return refused(added);
    }
    wake(by);
    return true;
  }

  /** Queues played audio, which is not copied; false if nothing leaves any more. */
  boolean offerAudio(ByteBuffer data) {
    int dropped = lanes.addAudio(data);
    if (dropped < 0) {
      return refused(dropped);
    }
    if (dropped > 0) {
      owner.audioDropped(dropped);
    }
    wake(soon);
    return true;
  }

  private boolean refused(int why) {
    if (why == Lanes.TOO_MUCH) {
      breakOff(CloseCode.TOO_SLOW, null);
    }
    return false;
  }

  /** Whether the control lane is more than half full. */
  boolean backlogged() {
    return lanes.backlogged();
  }

  /**
   * Whether nothing waits, neither in a lane nor for its next try, and nothing is in the container.
   */
  boolean isEmpty() {
    return lanes.isEmpty();
  }

  /** Forgets what waits and sends nothing more; false if that was so already. */
  boolean discard() {
    return lanes.close();
  }

  /** Whether the frame in the container has been there for longer than a time. */
  boolean stuck(long nanoTime, Duration limit) {
    return !lanes.isClosed()
        && sending.get() == Sending.IN_FLIGHT
        && nanoTime - sendingSince > limit.toNanos();
  }

  private void wake(Executor by) {
    if (work.getAndIncrement() == 0) {
      by.execute(drain);
    }
  }

  private void drain() {
    int left = TURN;
    int done = 1;
    do {
      // One frame after the other, for as long as each completes within its send.
      while (sending.get() != Sending.IN_FLIGHT && !waiting && !lanes.isClosed() && advance()) {
        if (--left == 0) {
          soon.execute(drain);
          return;
        }
      }
      done = work.addAndGet(-done);
    } while (done != 0);
  }

  private boolean advance() {
    if (sending.get() != Sending.NOTHING) {
      settle();
      return true;
    }
    if (current == null && currentAudio == null && !next()) {
      return false;
    }
    send();
    return true;
  }

  private boolean next() {
    Object next = lanes.take();
    if (next instanceof Frame frame) {
      current = frame;
    } else if (next instanceof ByteBuffer data) {
      currentAudio = data;
      currentAudioPosition = data.position();
      currentAudioBytes = data.remaining();
    }
    return next != null;
  }

  private void send() {
    if (current instanceof Frame.Close close) {
      if (discard()) {
        owner.closeReached(close.code());
      }
      return;
    }
    if (!transport.isOpen()) {
      again(null);
      return;
    }
    sendingSince = scheduler.nanoTime();
    sending.set(Sending.IN_FLIGHT);
    try {
      handOver();
    } catch (IOException | RuntimeException e) {
      completed(e);
    }
  }

  private void handOver() throws IOException {
    if (currentAudio != null) {
      transport.sendBinary(currentAudio, completion);
    } else if (current instanceof Frame.Text text) {
      text.progress().attempted();
      transport.sendText(text.text(), completion);
    } else if (current instanceof Frame.Binary binary) {
      transport.sendBinary(binary.data().duplicate(), completion);
    } else if (current instanceof Frame.Ping ping) {
      transport.ping(ping.payload().duplicate());
      completed(null);
    }
  }

  /**
   * On whatever thread the container likes: the outcome is kept, and looked at on ours. Only the
   * first counts; a send may tell its completion and throw nevertheless.
   */
  private void completed(@Nullable Throwable failure) {
    if (sending.compareAndSet(Sending.IN_FLIGHT, failure == null ? Sending.WRITTEN : failure)) {
      wake(soon);
    }
  }

  private void settle() {
    if (sending.getAndSet(Sending.NOTHING) instanceof Throwable failure) {
      again(failure);
      return;
    }
    Frame sent = current;
    current = null;
    currentAudio = null;
    failures = 0;
    lanes.left();
    if (sent == null) {
      owner.binaryWritten(currentAudioBytes);
    } else if (sent instanceof Frame.Text text) {
      owner.textWritten(text.text().length());
      text.progress().sent();
    } else if (sent instanceof Frame.Binary binary) {
      owner.binaryWritten(binary.data().remaining());
    } else if (sent instanceof Frame.Ping) {
      owner.pingWritten();
    }
  }

  private void again(@Nullable Throwable cause) {
    failures++;
    if (failures > bounds.retries()) {
      // The way to the client is gone, not the session: some containers say so only much later.
      breakOff(CloseCode.HEARTBEAT_LOST, cause);
      return;
    }
    owner.retrying(failures, cause);
    if (currentAudio != null) {
      currentAudio.position(currentAudioPosition);
    }
    waiting = true;
    scheduler.after(bounds.retryDelay(), this::retry);
  }

  private void breakOff(CloseCode code, @Nullable Throwable cause) {
    if (discard()) {
      owner.broken(code, cause);
    }
  }

  private void retry() {
    waiting = false;
    wake(soon);
  }
}

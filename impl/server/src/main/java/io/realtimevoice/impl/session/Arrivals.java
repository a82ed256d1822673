package io.realtimevoice.impl.session;

import io.realtimevoice.protocol.ErrorCode;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * What has come in for one session, and where it goes: into the queue, up to a bound, and for audio
 * also straight to the stream, on the container's thread. Used by any number of threads.
 *
 * <p>The container's thread goes into the application's code only if nothing else waits, the stream
 * has earned that {@link Trust}, and not too many others are there, by {@link DirectCalls}. It
 * waits for the application in one case, under the same conditions and for no longer than {@link
 * #SLOW_DOWN}: when a client is faster than a quick stream. Then the network has to hold it back,
 * as it does while the stream is called on that very thread.
 */
final class Arrivals {

  /** Whose arrivals they are. */
  interface Owner {
    /** Whether it has this connection now; what comes on another one is left out. */
    boolean has(Line from);

    /** Audio that is next; called by who has the turn. */
    void feed(ByteBuffer data);

    /** More waits than should. */
    void slowDown(Duration pause);
  }

  /** What a waiting message costs beside its content: the objects that hold it. */
  private static final int OVERHEAD = 64;

  private static final Duration SLOW_DOWN = Duration.ofSeconds(1);

  private final Owner owner;
  private final Turns turns;
  private final Intake intake;
  private final Trust trust;
  private final DirectCalls direct;

  Arrivals(Owner owner, Turns turns, Intake intake, Trust trust, DirectCalls direct) {
    this.owner = owner;
    this.turns = turns;
    this.intake = intake;
    this.trust = trust;
    this.direct = direct;
  }

  /** Audio has come; the buffer is not used after this call. */
  void audio(Line from, ByteBuffer data) {
    if (!trust.earned() || !direct.tryBegin()) {
      queueCopy(from, data);
      return;
    }
    try {
      if (turns.tryTake()) {
        feed(from, data);
        return;
      }
      awaitQuickStream(from);
    } finally {
      direct.end();
    }
    queueCopy(from, data);
  }

  /** Whatever has come in waits for its turn, and counts only on the session's connection. */
  void queue(Line from, int bytes, Runnable task) {
    int weight = bytes + OVERHEAD;
    Intake.Admission admission =
        from.connection().isOpen() ? intake.admit(weight) : Intake.Admission.CLOSED;
    switch (admission) {
      case CLOSED -> {}
      case TOO_MUCH -> flooded(from);
      case WAITS, SLOW_DOWN -> {
        if (admission == Intake.Admission.SLOW_DOWN) {
          owner.slowDown(SLOW_DOWN);
        }
        turns.leave(
            () -> {
              intake.done(weight);
              if (owner.has(from)) {
                task.run();
              }
            });
      }
    }
  }

  /** The client sends too much; what comes after this is left out, and not counted. */
  void flooded(Line from) {
    if (from.connection().isOpen()) {
      from.refuse(ErrorCode.FLOOD, "", null);
    }
  }

  private void feed(Line from, ByteBuffer data) {
    try {
      // What follows something that was left out must be left out, too.
      if (owner.has(from) && from.connection().isOpen()) {
        owner.feed(data);
      }
    } finally {
      turns.giveBack();
    }
  }

  /** A stream that turns out not to be quick any more is waited for only once. */
  private void awaitQuickStream(Line from) {
    if (intake.isHalfFull() && from.connection().isOpen() && !intake.awaitEmpty(SLOW_DOWN)) {
      trust.restart();
    }
  }

  private void queueCopy(Line from, ByteBuffer data) {
    ByteBuffer copy = ByteBuffer.allocate(data.remaining()).put(data).flip();
    queue(from, copy.remaining(), () -> owner.feed(copy));
  }
}

package io.realtimevoice.impl.connection;

import io.realtimevoice.OverflowPolicy;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What waits to leave one connection: control goes first and is never dropped; audio is bounded in
 * bytes, with a policy for what is too much and a notice to the peer where some is missing.
 *
 * <p>Any thread may add; one at a time takes.
 */
final class Lanes {

  /** Of an addition: nothing leaves any more. */
  static final int CLOSED = -1;

  /** Of an addition: there is more than may wait, and nothing that may be left out. */
  static final int TOO_MUCH = -2;

  private final Outbox.Bounds bounds;
  private final Outbox.Owner owner;
  private final Queue<Frame> control = new ArrayDeque<>();
  private final Deque<ByteBuffer> audio = new ArrayDeque<>();
  private int controlWeight;
  private int audioBytes;
  private long gapBytes;
  private volatile boolean taken;
  private volatile boolean closed;

  Lanes(Outbox.Bounds bounds, Outbox.Owner owner) {
    this.bounds = bounds;
    this.owner = owner;
  }

  /** Adds to the control lane; 0, {@link #CLOSED} or {@link #TOO_MUCH}. */
  synchronized int add(Frame frame) {
    if (closed) {
      return CLOSED;
    }
    control.add(frame);
    controlWeight += frame.weight();
    return controlWeight > bounds.controlWeight() ? TOO_MUCH : 0;
  }

  /** Adds to the audio lane; how much was dropped, {@link #CLOSED} or {@link #TOO_MUCH}. */
  synchronized int addAudio(ByteBuffer data) {
    if (closed) {
      return CLOSED;
    }
    audio.add(data);
    audioBytes += data.remaining();
    if (bounds.overflow() == OverflowPolicy.CLOSE) {
      return audioBytes > bounds.audioBytes() ? TOO_MUCH : 0;
    }
    int dropped = dropAudio();
    gapBytes += dropped;
    return dropped;
  }

  private int dropAudio() {
    int dropped = 0;
    while (audioBytes > bounds.audioBytes()) {
      boolean oldest = bounds.overflow() == OverflowPolicy.DROP_OLDEST;
      int bytes = (oldest ? audio.removeFirst() : audio.removeLast()).remaining();
      audioBytes -= bytes;
      dropped += bytes;
    }
    return dropped;
  }

  /** The next that leaves, a {@link Frame} or the buffer of some audio; null if nothing waits. */
  synchronized @Nullable Object take() {
    Object next = nextControl();
    if (next == null) {
      ByteBuffer data = audio.poll();
      if (data != null) {
        audioBytes -= data.remaining();
      }
      next = data;
    }
    if (next != null) {
      // Within the lock: it must not look as if nothing were left.
      taken = true;
    }
    return next;
  }

  private @Nullable Frame nextControl() {
    Frame next = control.poll();
    if (next != null) {
      controlWeight -= next.weight();
    } else if (gapBytes > 0 && !audio.isEmpty()) {
      String notice = owner.gap(gapBytes);
      gapBytes = 0;
      if (notice != null) {
        return new Frame.Text(notice, Frame.Progress.IGNORED);
      }
    }
    return next;
  }

  /** What was taken has left. */
  void left() {
    taken = false;
  }

  /** Whether nothing waits, and all that was taken has left. */
  synchronized boolean isEmpty() {
    return control.isEmpty() && audio.isEmpty() && !taken;
  }

  /** Whether the control lane is more than half full. */
  synchronized boolean backlogged() {
    return controlWeight > bounds.controlWeight() / 2;
  }

  boolean isClosed() {
    return closed;
  }

  /** Forgets what waits, and takes nothing more; false if that was so already. */
  synchronized boolean close() {
    boolean first = !closed;
    closed = true;
    control.clear();
    audio.clear();
    controlWeight = 0;
    audioBytes = 0;
    return first;
  }
}

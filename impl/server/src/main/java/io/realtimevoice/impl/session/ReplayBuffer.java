package io.realtimevoice.impl.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The reliable messages of one direction of a session, counted from its begin, and of them those
 * that the peer has not acknowledged yet, as far as there is room: the count of stanzas of XMPP
 * stream management (XEP-0198), which needs no number in the messages.
 *
 * <p>What does not fit is given up, oldest first. A peer that lacks it cannot be served any more,
 * which {@link #covers} says. Used by one thread at a time, but for the node's share.
 */
final class ReplayBuffer {

  /**
   * How much is kept for one session.
   *
   * @param weight of all messages together, in bytes: two a character and {@link #OVERHEAD} each
   * @param messages how many
   * @param age of the oldest
   */
  record Bounds(int weight, int messages, Duration age) {}

  /** How much all sessions of a node may keep together. */
  static final class Node {
    private final long bound;
    private final AtomicLong weight = new AtomicLong();

    /** With a bound in bytes. */
    Node(long bound) {
      this.bound = bound;
    }

    long weight() {
      return weight.get();
    }

    private boolean take(int more) {
      if (weight.addAndGet(more) <= bound) {
        return true;
      }
      weight.addAndGet(-more);
      return false;
    }

    private void give(int less) {
      weight.addAndGet(-less);
    }
  }

  private record Kept(String text, long since) {
    int weight() {
      return 2 * text.length() + OVERHEAD;
    }
  }

  /** What a kept message costs beside its characters: the objects that hold it. */
  static final int OVERHEAD = 96;

  private final Bounds bounds;
  private final Node node;
  private final Deque<Kept> kept = new ArrayDeque<>();
  private long first;
  private int weight;
  private volatile boolean keeping;

  ReplayBuffer(Bounds bounds, Node node) {
    this.bounds = bounds;
    this.node = node;
  }

  /** From here on messages are kept: there is a peer that acknowledges them. */
  void keep() {
    keeping = true;
  }

  /** How many messages there were. */
  long count() {
    return first + kept.size();
  }

  int weight() {
    return weight;
  }

  boolean keeps() {
    return keeping;
  }

  /** Takes the next message; gives how many unacknowledged ones were given up for it. */
  int add(String text, long nanoTime) {
    if (!keeping) {
      first++;
      return 0;
    }
    int givenUp = expire(nanoTime);
    Kept added = new Kept(text, nanoTime);
    while (!kept.isEmpty()
        && (weight + added.weight() > bounds.weight() || kept.size() >= bounds.messages())) {
      dropFirst();
      givenUp++;
    }
    while (!node.take(added.weight())) {
      if (kept.isEmpty()) {
        first++;
        return givenUp + 1;
      }
      dropFirst();
      givenUp++;
    }
    kept.add(added);
    weight += added.weight();
    return givenUp;
  }

  /** Gives up what is too old; gives how many messages that were. */
  int expire(long nanoTime) {
    int givenUp = 0;
    for (Kept oldest = kept.peek();
        oldest != null && nanoTime - oldest.since() > bounds.age().toNanos();
        oldest = kept.peek()) {
      dropFirst();
      givenUp++;
    }
    return givenUp;
  }

  /** The peer has so many; false if there never were as many. */
  boolean acknowledge(long received) {
    if (received > count()) {
      return false;
    }
    while (first < received) {
      dropFirst();
    }
    return true;
  }

  /** Whether a peer that has so many can be given all that it lacks. */
  boolean covers(long received) {
    return received >= first && received <= count();
  }

  /** What is kept of that which a peer with so many lacks. */
  List<String> after(long received) {
    List<String> lacking = new ArrayList<>(kept.size());
    long number = first;
    for (Kept each : kept) {
      if (number++ >= received) {
        lacking.add(each.text());
      }
    }
    return lacking;
  }

  /** Keeps nothing any more. */
  void clear() {
    keeping = false;
    while (!kept.isEmpty()) {
      dropFirst();
    }
  }

  private void dropFirst() {
    int less = kept.remove().weight();
    first++;
    weight -= less;
    node.give(less);
  }
}

package io.realtimevoice.it.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a connection brought so far, and the means to wait for more. Safe for all threads. */
final class Inbox {

  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Received> all = new ArrayList<>();
  private final List<Received> unclaimed = new ArrayList<>();
  private @Nullable Closed closed;

  void add(Received message) {
    lock.lock();
    try {
      all.add(message);
      unclaimed.add(message);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Only the first end counts: an abort after a close frame changes nothing. */
  void close(Closed end) {
    lock.lock();
    try {
      if (closed == null) {
        closed = end;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  List<Received> all() {
    lock.lock();
    try {
      return List.copyOf(all);
    } finally {
      lock.unlock();
    }
  }

  /** Claims the oldest message that matches and that no earlier call has claimed. */
  Received claim(Predicate<? super Received> wanted, Duration timeout) throws InterruptedException {
    lock.lock();
    try {
      long nanosLeft = timeout.toNanos();
      while (true) {
        for (Iterator<Received> each = unclaimed.iterator(); each.hasNext(); ) {
          Received message = each.next();
          if (wanted.test(message)) {
            each.remove();
            return message;
          }
        }
        if (closed != null) {
          throw new AssertionError("The connection ended before the message came: " + story());
        }
        if (nanosLeft <= 0) {
          throw new AssertionError("No such message in " + timeout + ": " + story());
        }
        nanosLeft = changed.awaitNanos(nanosLeft);
      }
    } finally {
      lock.unlock();
    }
  }

  Closed closed(Duration timeout) throws InterruptedException {
    lock.lock();
    try {
      long nanosLeft = timeout.toNanos();
      while (closed == null) {
        if (nanosLeft <= 0) {
          throw new AssertionError("Not closed in " + timeout + ": " + story());
        }
        nanosLeft = changed.awaitNanos(nanosLeft);
      }
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private String story() {
    return "received " + all + (closed == null ? ", still open" : ", then " + closed);
  }
}

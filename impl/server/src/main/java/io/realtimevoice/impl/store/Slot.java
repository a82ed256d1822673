package io.realtimevoice.impl.store;

import io.realtimevoice.spi.SessionStore.Entry;
import io.realtimevoice.spi.SessionStore.Lease;
import io.realtimevoice.spi.StoredValue;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the memory knows of one session, at one time.
 *
 * @param sessionId which one
 * @param held null if nobody may write
 * @param kept null if there is no value
 */
record Slot(String sessionId, @Nullable Held held, @Nullable Kept kept) {

  /** A lease and when it expires, in nanoseconds. */
  record Held(Lease lease, long end) {}

  /** A value, its version, and when it expires, in nanoseconds. */
  record Kept(StoredValue value, long version, long end) {}

  /** The one that may be forgotten first is first. */
  static final Comparator<Slot> BY_END =
      Comparator.comparingLong(Slot::end).thenComparing(Slot::sessionId);

  static Slot empty(String sessionId) {
    return new Slot(sessionId, null, null);
  }

  Slot with(Held other) {
    return new Slot(sessionId, other, kept);
  }

  Slot with(Kept other) {
    return new Slot(sessionId, held, other);
  }

  Slot released() {
    return new Slot(sessionId, null, kept);
  }

  /** What is left of it at a time. */
  Slot at(long now) {
    return new Slot(
        sessionId,
        held == null || held.end() <= now ? null : held,
        kept == null || kept.end() <= now ? null : kept);
  }

  boolean isEmpty() {
    return held == null && kept == null;
  }

  /** When nothing is left of it. */
  long end() {
    return Math.max(
        held == null ? Long.MIN_VALUE : held.end(), kept == null ? Long.MIN_VALUE : kept.end());
  }

  boolean isHeldBy(Lease lease) {
    if (held == null) {
      return false;
    }
    // Not by the record's own equals: on JDK 17 what it links by (java.lang.runtime.ObjectMethods)
    // keeps the last class that it was asked for, and so the class loader of an undeployed
    // application.
    Lease own = held.lease();
    return own.fencing() == lease.fencing()
        && own.owner().equals(lease.owner())
        && own.sessionId().equals(lease.sessionId());
  }

  boolean isHeldByAnother(String owner) {
    return held != null && !held.lease().owner().equals(owner);
  }

  /** 0 if there is no value. */
  long version() {
    return kept == null ? 0 : kept.version();
  }

  Optional<Entry> entry() {
    return kept == null
        ? Optional.empty()
        : Optional.of(
            new Entry(
                kept.value(),
                kept.version(),
                Optional.ofNullable(held).map(each -> each.lease().owner())));
  }
}

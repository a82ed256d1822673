package io.realtimevoice.impl.store;

import io.realtimevoice.spi.SessionStore;
import io.realtimevoice.spi.StoredValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The memory of one node. Has no thread of its own: each call first forgets a few of the sessions
 * whose time is over, those that ended first before the others, so that what is left of them is
 * bounded by what was written, and a session whose time is over never keeps a new one out.
 */
public final class InMemorySessionStore implements SessionStore {

  /** Few enough that no call is held up by what others have left; more than one call can add. */
  private static final int FORGOTTEN_AT_ONCE = 16;

  private final int maxSessions;
  private final LongSupplier nanoTime;
  private final long origin;

  private final Object lock = new Object();
  private final Map<String, Slot> slots = new HashMap<>();
  private final NavigableSet<Slot> byEnd = new TreeSet<>(Slot.BY_END);

  /** For fencing and versions of all sessions; so nothing of a session need be kept for them. */
  private long lastNumber;

  /**
   * An empty store.
   *
   * @param maxSessions how many may have a value or a lease; beyond, {@link #acquire} refuses new
   *     ones. At least 1
   * @param nanoTime the time, for differences only, as {@link System#nanoTime()}
   */
  public InMemorySessionStore(int maxSessions, LongSupplier nanoTime) {
    if (maxSessions < 1) {
      throw new IllegalArgumentException("maxSessions must be positive: " + maxSessions);
    }
    this.maxSessions = maxSessions;
    this.nanoTime = nanoTime;
    this.origin = nanoTime.getAsLong();
  }

  @Override
  public Optional<Entry> find(String sessionId) {
    SessionStore.requireName(sessionId, "sessionId");
    synchronized (lock) {
      return slot(sessionId, now()).entry();
    }
  }

  @Override
  public Optional<Lease> acquire(String sessionId, String owner, Duration ttl) {
    SessionStore.requireName(sessionId, "sessionId");
    SessionStore.requireName(owner, "owner");
    SessionStore.requireTtl(ttl);
    synchronized (lock) {
      long now = now();
      Slot slot = slot(sessionId, now);
      if (slot.isHeldByAnother(owner) || (slot.isEmpty() && slots.size() >= maxSessions)) {
        return Optional.empty();
      }
      Lease lease = new Lease(sessionId, owner, ++lastNumber);
      replace(slot, slot.with(new Slot.Held(lease, end(now, ttl))));
      return Optional.of(lease);
    }
  }

  @Override
  public boolean renew(Lease lease, Duration ttl) {
    Objects.requireNonNull(lease, "lease");
    SessionStore.requireTtl(ttl);
    synchronized (lock) {
      long now = now();
      Slot slot = slot(lease.sessionId(), now);
      if (!slot.isHeldBy(lease)) {
        return false;
      }
      replace(slot, slot.with(new Slot.Held(lease, end(now, ttl))));
      return true;
    }
  }

  @Override
  public void release(Lease lease) {
    Objects.requireNonNull(lease, "lease");
    synchronized (lock) {
      Slot slot = slot(lease.sessionId(), now());
      if (slot.isHeldBy(lease)) {
        replace(slot, slot.released());
      }
    }
  }

  @Override
  public OptionalLong put(Lease lease, long expectedVersion, StoredValue value, Duration ttl) {
    Objects.requireNonNull(lease, "lease");
    Objects.requireNonNull(value, "value");
    SessionStore.requireTtl(ttl);
    if (expectedVersion < ABSENT) {
      throw new IllegalArgumentException("expectedVersion is negative: " + expectedVersion);
    }
    synchronized (lock) {
      long now = now();
      Slot slot = slot(lease.sessionId(), now);
      if (!slot.isHeldBy(lease) || slot.version() != expectedVersion) {
        return OptionalLong.empty();
      }
      long version = ++lastNumber;
      replace(slot, slot.with(new Slot.Kept(value, version, end(now, ttl))));
      return OptionalLong.of(version);
    }
  }

  @Override
  public boolean remove(Lease lease) {
    Objects.requireNonNull(lease, "lease");
    synchronized (lock) {
      Slot slot = slot(lease.sessionId(), now());
      if (!slot.isHeldBy(lease)) {
        return false;
      }
      replace(slot, Slot.empty(slot.sessionId()));
      return true;
    }
  }

  /**
   * How many sessions are kept.
   *
   * @return with those whose time is over, as long as no call has forgotten them
   */
  public int size() {
    synchronized (lock) {
      return slots.size();
    }
  }

  private Slot slot(String sessionId, long now) {
    forgetSome(now);
    Slot slot = slots.get(sessionId);
    return slot == null ? Slot.empty(sessionId) : slot.at(now);
  }

  private void forgetSome(long now) {
    for (int i = 0; i < FORGOTTEN_AT_ONCE && !byEnd.isEmpty() && byEnd.first().end() <= now; i++) {
      slots.remove(byEnd.pollFirst().sessionId());
    }
  }

  private void replace(Slot before, Slot after) {
    Slot old = slots.remove(before.sessionId());
    if (old != null) {
      byEnd.remove(old);
    }
    if (!after.isEmpty()) {
      slots.put(after.sessionId(), after);
      byEnd.add(after);
    }
  }

  /** From the store's begin on, so that it does not overflow. */
  private long now() {
    return nanoTime.getAsLong() - origin;
  }

  private static long end(long now, Duration ttl) {
    long nanos = TimeUnit.NANOSECONDS.convert(ttl);
    return nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos;
  }
}

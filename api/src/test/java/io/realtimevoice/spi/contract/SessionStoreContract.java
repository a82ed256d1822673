package io.realtimevoice.spi.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.spi.SessionStore;
import io.realtimevoice.spi.SessionStore.Entry;
import io.realtimevoice.spi.SessionStore.Lease;
import io.realtimevoice.spi.StoredValue;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link SessionStore} does. Extend it, make a store, and run it as any test of JUnit 5:
 *
 * <pre>{@code
 * class MySessionStoreTest extends SessionStoreContract {
 *   @Override
 *   protected SessionStore create(ManualClock clock) {
 *     return new MySessionStore(clock);
 *   }
 * }
 * }</pre>
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
public abstract class SessionStoreContract {

  private static final String ID = "session";
  private static final String ANNA = "anna";
  private static final String BERT = "bert";
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final StoredValue VALUE = value("first");
  private static final StoredValue OTHER = value("second");

  private final ManualClock clock = new ManualClock();

  /** The store under test. */
  protected SessionStore store;

  /**
   * An empty store, with room for 100 sessions at least. Called once for each test.
   *
   * @param clock decides about the time to live
   */
  protected abstract SessionStore create(ManualClock clock);

  /** Lets time pass; for a store whose clock cannot be injected, to be overridden. */
  protected void pass(Duration time) {
    clock.advance(time);
  }

  @BeforeEach
  void createStore() {
    store = create(clock);
  }

  @Test
  void nothingIsFoundOfAnUnknownSession() {
    assertEquals(Optional.empty(), store.find(ID));
  }

  @Test
  void aLeaseAloneIsNoEntry() {
    acquire(ID, ANNA);

    assertEquals(Optional.empty(), store.find(ID));
  }

  @Test
  void whatWasPutIsFoundWithItsVersionAndOwner() {
    long version = put(acquire(ID, ANNA), SessionStore.ABSENT, VALUE);

    assertEquals(Optional.of(new Entry(VALUE, version, Optional.of(ANNA))), store.find(ID));
  }

  @Test
  void versionsGrow() {
    Lease lease = acquire(ID, ANNA);
    long first = put(lease, SessionStore.ABSENT, VALUE);
    long second = put(lease, first, VALUE);

    assertTrue(first > SessionStore.ABSENT);
    assertTrue(second > first);
  }

  @Test
  void aValueWithAnotherVersionIsNotOverwritten() {
    Lease lease = acquire(ID, ANNA);
    long first = put(lease, SessionStore.ABSENT, VALUE);
    long second = put(lease, first, OTHER);

    for (long wrong : new long[] {SessionStore.ABSENT, first, second + 1, Long.MAX_VALUE}) {
      assertEquals(OptionalLong.empty(), store.put(lease, wrong, VALUE, MINUTE));
    }
    assertEquals(OTHER, found(ID).value());
  }

  @Test
  void whatIsNotThereHasNoVersion() {
    Lease lease = acquire(ID, ANNA);

    assertEquals(OptionalLong.empty(), store.put(lease, 1, VALUE, MINUTE));
  }

  @Test
  void aVersionDoesNotComeBackWithAnotherValue() {
    Lease lease = acquire(ID, ANNA);
    long before = put(lease, SessionStore.ABSENT, VALUE);
    store.remove(lease);

    Lease next = acquire(ID, ANNA);
    assertTrue(put(next, SessionStore.ABSENT, OTHER) > before);
    assertEquals(OptionalLong.empty(), store.put(next, before, VALUE, MINUTE));
  }

  @Test
  void anotherOwnerGetsNoLeaseWhileOneIsAlive() {
    acquire(ID, ANNA);

    assertEquals(Optional.empty(), store.acquire(ID, BERT, MINUTE));
  }

  @Test
  void anExpiredLeaseIsFreeAtTheMomentItsTimeIsOver() {
    acquire(ID, ANNA);
    pass(MINUTE.minusNanos(1));
    assertEquals(Optional.empty(), store.acquire(ID, BERT, MINUTE));

    pass(Duration.ofNanos(1));
    assertTrue(store.acquire(ID, BERT, MINUTE).isPresent());
  }

  @Test
  void aReleasedLeaseIsFreeAndTheValueStays() {
    Lease lease = acquire(ID, ANNA);
    put(lease, SessionStore.ABSENT, VALUE);
    store.release(lease);

    assertEquals(Optional.empty(), found(ID).owner());
    assertEquals(VALUE, found(ID).value());
    acquire(ID, BERT);
    assertEquals(Optional.of(BERT), found(ID).owner());
  }

  @Test
  void aReleasedLeaseCanDoNothingAnyMore() {
    Lease lease = acquire(ID, ANNA);
    long version = put(lease, SessionStore.ABSENT, VALUE);
    store.release(lease);

    assertDead(lease, version);
  }

  @Test
  void whoTakesOverGoesOnFromTheVersionThatIsThere() {
    Lease lease = acquire(ID, ANNA);
    put(lease, SessionStore.ABSENT, VALUE);
    store.release(lease);

    put(acquire(ID, BERT), found(ID).version(), OTHER);
    assertEquals(OTHER, found(ID).value());
  }

  @Test
  void aPausedOwnerCannotWriteAfterAnotherOneAcquired() {
    Lease paused = acquire(ID, ANNA);
    long version =
        store.put(paused, SessionStore.ABSENT, VALUE, MINUTE.multipliedBy(3)).orElseThrow();
    pass(MINUTE);
    Lease next = acquire(ID, BERT);

    assertDead(paused, version);
    assertTrue(store.renew(next, MINUTE));
    assertEquals(Optional.of(new Entry(VALUE, version, Optional.of(BERT))), store.find(ID));
  }

  @Test
  void aPausedOwnerCannotWriteEvenIfNobodyAcquired() {
    Lease paused = acquire(ID, ANNA);
    long version =
        store.put(paused, SessionStore.ABSENT, VALUE, MINUTE.multipliedBy(3)).orElseThrow();
    pass(MINUTE);

    assertDead(paused, version);
    assertEquals(Optional.empty(), found(ID).owner());
  }

  @Test
  void anOwnerThatAcquiresAgainFencesItsOldLeaseOff() {
    Lease old = acquire(ID, ANNA);
    long version = put(old, SessionStore.ABSENT, VALUE);
    Lease next = acquire(ID, ANNA);

    assertNotEquals(old, next);
    assertDead(old, version);
    put(next, version, OTHER);
  }

  @Test
  void aLeaseWithAnInventedNumberIsDead() {
    Lease lease = acquire(ID, ANNA);
    long version = put(lease, SessionStore.ABSENT, VALUE);

    assertDead(new Lease(ID, ANNA, lease.fencing() + 1), version);
    assertDead(new Lease(ID, BERT, lease.fencing()), version);
  }

  @Test
  void fencingNumbersGrowWhateverHappenedToTheLease() {
    Lease first = acquire(ID, ANNA);
    store.release(first);
    Lease afterRelease = acquire(ID, BERT);
    pass(MINUTE);
    Lease afterExpiry = acquire(ID, ANNA);
    put(afterExpiry, SessionStore.ABSENT, VALUE);
    store.remove(afterExpiry);
    Lease afterRemoval = acquire(ID, BERT);

    assertTrue(afterRelease.fencing() > first.fencing());
    assertTrue(afterExpiry.fencing() > afterRelease.fencing());
    assertTrue(afterRemoval.fencing() > afterExpiry.fencing());
  }

  @Test
  void aRenewedLeaseLivesFromTheRenewalOn() {
    Lease lease = acquire(ID, ANNA);
    for (int i = 0; i < 10; i++) {
      pass(MINUTE.minus(SECOND));
      assertTrue(store.renew(lease, MINUTE));
    }
    put(lease, SessionStore.ABSENT, VALUE);
  }

  @Test
  void aRenewalMayShortenALease() {
    Lease lease = acquire(ID, ANNA);
    store.renew(lease, SECOND);
    pass(SECOND);

    assertFalse(store.renew(lease, MINUTE));
  }

  @Test
  void anExpiredLeaseIsNotRenewed() {
    Lease lease = acquire(ID, ANNA);
    pass(MINUTE);

    assertFalse(store.renew(lease, MINUTE));
  }

  @Test
  void aValueExpiresThoughItsLeaseIsAlive() {
    Lease lease = store.acquire(ID, ANNA, MINUTE).orElseThrow();
    store.put(lease, SessionStore.ABSENT, VALUE, SECOND);
    pass(SECOND.minusNanos(1));
    assertEquals(VALUE, found(ID).value());

    pass(Duration.ofNanos(1));
    assertEquals(Optional.empty(), store.find(ID));
    assertTrue(store.put(lease, SessionStore.ABSENT, OTHER, SECOND).isPresent());
  }

  @Test
  void aValueOutlivesItsLease() {
    Lease lease = store.acquire(ID, ANNA, SECOND).orElseThrow();
    put(lease, SessionStore.ABSENT, VALUE);
    pass(SECOND);

    assertEquals(VALUE, found(ID).value());
    assertEquals(Optional.empty(), found(ID).owner());
  }

  @Test
  void renewingALeaseDoesNotKeepTheValue() {
    Lease lease = acquire(ID, ANNA);
    store.put(lease, SessionStore.ABSENT, VALUE, SECOND);
    store.renew(lease, MINUTE);
    pass(SECOND);

    assertEquals(Optional.empty(), store.find(ID));
  }

  @Test
  void aValueThatIsPutAgainLivesFromThenOn() {
    Lease lease = acquire(ID, ANNA);
    long version = store.put(lease, SessionStore.ABSENT, VALUE, SECOND).orElseThrow();
    pass(SECOND.minusNanos(1));
    store.put(lease, version, VALUE, SECOND);
    pass(SECOND.minusNanos(1));

    assertEquals(VALUE, found(ID).value());
  }

  @Test
  void aTimeToLiveOfAgesIsNotOverSoon() {
    Duration ages = Duration.ofSeconds(Long.MAX_VALUE);
    Lease lease = store.acquire(ID, ANNA, ages).orElseThrow();
    store.put(lease, SessionStore.ABSENT, VALUE, ages);
    pass(Duration.ofDays(3_650));

    assertEquals(Optional.of(ANNA), found(ID).owner());
  }

  @Test
  void whatWasRemovedIsGoneAndItsLeaseWithIt() {
    Lease lease = acquire(ID, ANNA);
    long version = put(lease, SessionStore.ABSENT, VALUE);

    assertTrue(store.remove(lease));
    assertEquals(Optional.empty(), store.find(ID));
    assertDead(lease, version);
    assertTrue(store.acquire(ID, BERT, MINUTE).isPresent());
  }

  @Test
  void theArrayThatWasPutMayBeUsedAgain() {
    byte[] bytes = {1, 2, 3};
    put(acquire(ID, ANNA), SessionStore.ABSENT, StoredValue.of(bytes));
    bytes[1] = 9;
    found(ID).value().toByteArray()[2] = 9;

    assertEquals(StoredValue.of((byte) 1, (byte) 2, (byte) 3), found(ID).value());
  }

  @Test
  void aValueOfTheGreatestLengthComesBackWhole() {
    byte[] bytes = new byte[StoredValue.MAX_LENGTH];
    new Random(7).nextBytes(bytes);
    put(acquire(ID, ANNA), SessionStore.ABSENT, StoredValue.of(bytes));

    assertEquals(StoredValue.of(bytes), found(ID).value());
  }

  @Test
  void everyByteComesBack() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    put(acquire(ID, ANNA), SessionStore.ABSENT, StoredValue.of(bytes));

    assertEquals(StoredValue.of(bytes), found(ID).value());
  }

  @Test
  void aSessionKnowsNothingOfTheOthers() {
    List<String> ids =
        List.of("a", "A", "a ", " a", "a:b", "a/b", "a\u0000", "ä", "会话", "😀", "x".repeat(128));
    List<Lease> leases = ids.stream().map(id -> acquire(id, "owner of " + id.charAt(0))).toList();
    for (Lease lease : leases) {
      put(lease, SessionStore.ABSENT, value(lease.sessionId()));
    }
    store.remove(leases.get(0));
    store.release(leases.get(1));

    assertEquals(Optional.empty(), store.find(ids.get(0)));
    assertEquals(Optional.empty(), found(ids.get(1)).owner());
    for (Lease lease : leases.subList(2, leases.size())) {
      Entry entry = found(lease.sessionId());
      assertEquals(value(lease.sessionId()), entry.value());
      assertEquals(Optional.of(lease.owner()), entry.owner());
    }
  }

  @Test
  void aLeaseIsGoodForItsOwnSessionOnly() {
    Lease lease = acquire(ID, ANNA);
    long version = put(acquire("another", ANNA), SessionStore.ABSENT, VALUE);

    assertEquals(
        OptionalLong.empty(),
        store.put(new Lease("another", ANNA, lease.fencing()), version, OTHER, MINUTE));
  }

  @Test
  void namesHaveABound() {
    String longest = "x".repeat(SessionStore.MAX_NAME_LENGTH);
    acquire(longest, longest);

    for (String wrong : List.of("", longest + "x")) {
      assertThrows(IllegalArgumentException.class, () -> store.find(wrong));
      assertThrows(IllegalArgumentException.class, () -> store.acquire(wrong, ANNA, MINUTE));
      assertThrows(IllegalArgumentException.class, () -> store.acquire(ID, wrong, MINUTE));
    }
  }

  @Test
  void timesToLiveArePositive() {
    Lease lease = acquire(ID, ANNA);

    for (Duration wrong : List.of(Duration.ZERO, Duration.ofNanos(-1))) {
      assertThrows(IllegalArgumentException.class, () -> store.acquire("another", ANNA, wrong));
      assertThrows(IllegalArgumentException.class, () -> store.renew(lease, wrong));
      assertThrows(
          IllegalArgumentException.class,
          () -> store.put(lease, SessionStore.ABSENT, VALUE, wrong));
    }
    assertTrue(store.acquire("another", BERT, MINUTE).isPresent(), "an error changes nothing");
    assertTrue(store.renew(lease, MINUTE), "an error changes nothing");
    assertEquals(Optional.empty(), store.find(ID), "an error changes nothing");
  }

  @Test
  void versionsAreNotNegative() {
    Lease lease = acquire(ID, ANNA);

    assertThrows(IllegalArgumentException.class, () -> store.put(lease, -1, VALUE, MINUTE));
  }

  @Test
  void nullIsNothing() {
    Lease lease = acquire(ID, ANNA);

    assertThrows(NullPointerException.class, () -> store.find(null));
    assertThrows(NullPointerException.class, () -> store.acquire(null, ANNA, MINUTE));
    assertThrows(NullPointerException.class, () -> store.acquire(ID, null, MINUTE));
    assertThrows(NullPointerException.class, () -> store.acquire(ID, ANNA, null));
    assertThrows(NullPointerException.class, () -> store.renew(null, MINUTE));
    assertThrows(NullPointerException.class, () -> store.renew(lease, null));
    assertThrows(NullPointerException.class, () -> store.release(null));
    assertThrows(NullPointerException.class, () -> store.put(null, 0, VALUE, MINUTE));
    assertThrows(NullPointerException.class, () -> store.put(lease, 0, null, MINUTE));
    assertThrows(NullPointerException.class, () -> store.put(lease, 0, VALUE, null));
    assertThrows(NullPointerException.class, () -> store.remove(null));
  }

  @Test
  void ofManyWritersWithOneVersionOneWins() throws Exception {
    Lease lease = acquire(ID, ANNA);
    long version = put(lease, SessionStore.ABSENT, counter(0));
    for (int round = 1; round <= 200; round++) {
      long seen = version;
      List<OptionalLong> versions =
          together(8, thread -> store.put(lease, seen, counter(thread), MINUTE));
      List<OptionalLong> won = versions.stream().filter(OptionalLong::isPresent).toList();
      assertEquals(1, won.size());
      version = won.get(0).getAsLong();
      assertEquals(
          new Entry(counter(versions.indexOf(won.get(0))), version, Optional.of(ANNA)), found(ID));
    }
  }

  @Test
  void aCounterUnderManyThreadsMissesNothing() throws Exception {
    int threads = 8;
    int times = 250;
    Lease lease = acquire(ID, ANNA);
    put(lease, SessionStore.ABSENT, counter(0));
    together(
        threads,
        thread -> {
          for (int i = 0; i < times; i++) {
            increment(lease);
          }
          return null;
        });

    assertEquals(counter(threads * times), found(ID).value());
  }

  @Test
  void ofManyOwnersOneGetsTheLease() throws Exception {
    Set<Long> numbers = ConcurrentHashMap.newKeySet();
    for (int round = 0; round < 200; round++) {
      List<Optional<Lease>> leases =
          together(8, thread -> store.acquire(ID, "owner " + thread, MINUTE));
      List<Lease> granted = leases.stream().flatMap(Optional::stream).toList();
      assertEquals(1, granted.size());
      assertTrue(numbers.add(granted.get(0).fencing()));
      store.release(granted.get(0));
    }
  }

  @Test
  void ofAnOwnerThatAcquiresOnManyThreadsTheGreatestNumberCounts() throws Exception {
    for (int round = 0; round < 100; round++) {
      List<Lease> leases = together(8, thread -> store.acquire(ID, ANNA, MINUTE).orElseThrow());
      assertEquals(8, leases.stream().map(Lease::fencing).distinct().count());
      long greatest = leases.stream().mapToLong(Lease::fencing).max().orElseThrow();
      for (Lease lease : leases) {
        assertEquals(lease.fencing() == greatest, store.renew(lease, MINUTE));
      }
    }
  }

  private Lease acquire(String id, String owner) {
    return store.acquire(id, owner, MINUTE).orElseThrow();
  }

  private long put(Lease lease, long expectedVersion, StoredValue value) {
    return store.put(lease, expectedVersion, value, MINUTE).orElseThrow();
  }

  private Entry found(String id) {
    return store.find(id).orElseThrow();
  }

  /** It can do nothing, with the right version, too; and trying changes nothing. */
  private void assertDead(Lease lease, long version) {
    Optional<Entry> before = store.find(lease.sessionId());
    assertEquals(OptionalLong.empty(), store.put(lease, version, OTHER, MINUTE));
    assertEquals(OptionalLong.empty(), store.put(lease, SessionStore.ABSENT, OTHER, MINUTE));
    assertFalse(store.renew(lease, MINUTE));
    assertFalse(store.remove(lease));
    store.release(lease);
    assertEquals(before, store.find(lease.sessionId()));
  }

  private void increment(Lease lease) {
    boolean done = false;
    while (!done) {
      Entry entry = found(ID);
      int count = ByteBuffer.wrap(entry.value().toByteArray()).getInt(1);
      done = store.put(lease, entry.version(), counter(count + 1), MINUTE).isPresent();
    }
  }

  private static StoredValue counter(int count) {
    return StoredValue.of(ByteBuffer.allocate(5).put((byte) 1).putInt(count).array());
  }

  private static StoredValue value(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return StoredValue.of(ByteBuffer.allocate(1 + bytes.length).put((byte) 1).put(bytes).array());
  }

  /** What a thread does. */
  private interface Part<T> {
    T play(int thread) throws Exception;
  }

  /** Many at the same time; what each of them gave, in their order. */
  private static <T> List<T> together(int threads, Part<T> part) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        Callable<T> task =
            () -> {
              start.await();
              return part.play(thread);
            };
        running.add(executor.submit(task));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }
}

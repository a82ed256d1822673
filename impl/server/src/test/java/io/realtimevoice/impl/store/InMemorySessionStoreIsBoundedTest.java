package io.realtimevoice.impl.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.spi.SessionStore;
import io.realtimevoice.spi.SessionStore.Lease;
import io.realtimevoice.spi.StoredValue;
import io.realtimevoice.spi.contract.ManualClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemorySessionStoreIsBoundedTest {

  private static final int MAX = 1_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final StoredValue VALUE = StoredValue.of((byte) 1);

  private final ManualClock clock = new ManualClock();
  private final InMemorySessionStore store = new InMemorySessionStore(MAX, clock);

  @Test
  void aSessionTooManyIsRefused() {
    fill();

    assertEquals(Optional.empty(), store.acquire("one more", "node", MINUTE));
    assertEquals(MAX, store.size());
  }

  @Test
  void theSessionsThatAreThereGoOnInAFullStore() {
    fill();
    Lease lease = acquire("session 7");

    assertTrue(store.renew(lease, MINUTE));
    assertTrue(store.put(lease, SessionStore.ABSENT, VALUE, MINUTE).isPresent());
  }

  @Test
  void aSessionThatEndedMakesRoom() {
    fill();
    store.remove(acquire("session 7"));

    acquire("one more");
  }

  @Test
  void aReleasedLeaseWithoutAValueMakesRoom() {
    fill();
    store.release(acquire("session 7"));

    acquire("one more");
  }

  @Test
  void aReleasedLeaseWithAValueMakesNone() {
    fill();
    Lease lease = acquire("session 7");
    store.put(lease, SessionStore.ABSENT, VALUE, MINUTE);
    store.release(lease);

    assertEquals(Optional.empty(), store.acquire("one more", "node", MINUTE));
  }

  @Test
  void sessionsWhoseTimeIsOverNeverKeepANewOneOut() {
    fill();
    clock.advance(MINUTE);
    for (int i = 0; i < MAX; i++) {
      acquire("later " + i);
    }

    assertEquals(MAX, store.size());
  }

  @Test
  void theOneWhoseTimeIsOverNeedNotBeTheOldest() {
    fill();
    store.renew(acquire("session 7"), Duration.ofSeconds(1));
    clock.advance(Duration.ofSeconds(1));

    acquire("one more");
    assertEquals(Optional.empty(), store.acquire("two more", "node", MINUTE));
  }

  @Test
  void callsForOtherSessionsForgetWhatIsOver() {
    fill();
    clock.advance(MINUTE);
    int before = store.size();
    store.find("another");
    assertTrue(store.size() < before);
    assertTrue(store.size() > 0, "no call is held up for all of them");

    for (int i = 0; i < MAX; i++) {
      store.find("another");
    }
    assertEquals(0, store.size());
  }

  @Test
  void whatLivesIsNotForgotten() {
    Lease lease = acquire("lives");
    store.put(lease, SessionStore.ABSENT, VALUE, MINUTE.multipliedBy(2));
    clock.advance(MINUTE);
    for (int i = 0; i < MAX; i++) {
      store.find("another");
    }

    assertTrue(store.find("lives").isPresent());
    assertFalse(store.renew(lease, MINUTE));
  }

  @Test
  void thereIsRoomForOne() {
    assertThrows(IllegalArgumentException.class, () -> new InMemorySessionStore(0, clock));
  }

  private void fill() {
    for (int i = 0; i < MAX; i++) {
      acquire("session " + i);
    }
  }

  private Lease acquire(String sessionId) {
    return store.acquire(sessionId, "node", MINUTE).orElseThrow();
  }
}

package io.realtimevoice.impl.store;

import io.realtimevoice.spi.SessionStore;
import io.realtimevoice.spi.contract.ManualClock;
import io.realtimevoice.spi.contract.SessionStoreContract;

/** What every store does. */
class InMemorySessionStoreTest extends SessionStoreContract {

  @Override
  protected SessionStore create(ManualClock clock) {
    return new InMemorySessionStore(100, clock);
  }
}

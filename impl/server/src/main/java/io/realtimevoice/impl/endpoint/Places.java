package io.realtimevoice.impl.endpoint;

import io.realtimevoice.impl.connection.Connection;
import java.util.concurrent.atomic.AtomicInteger;

/** The places of one endpoint: so many connections may have one, until each of them ends. */
final class Places {

  private final AtomicInteger taken = new AtomicInteger();

  /** Takes one; false if all are taken. */
  boolean take(Connection connection, int all) {
    if (taken.getAndUpdate(count -> count < all ? count + 1 : count) >= all) {
      return false;
    }
    connection.whenEnded(code -> taken.decrementAndGet());
    return true;
  }
}

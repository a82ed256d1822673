package io.realtimevoice.impl.store;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoredSessionIsCheckedTest {

  @Test
  void namesHaveABound() {
    assertThrows(IllegalArgumentException.class, () -> session("", null, "n", 0, 0));
    assertThrows(IllegalArgumentException.class, () -> session("s".repeat(129), null, "n", 0, 0));
    assertThrows(IllegalArgumentException.class, () -> session("s", null, "", 0, 0));
    assertThrows(IllegalArgumentException.class, () -> session("s", "p".repeat(8_193), "n", 0, 0));
  }

  @Test
  void countsAreNotNegative() {
    assertThrows(IllegalArgumentException.class, () -> session("s", null, "n", -1, 0));
    assertThrows(IllegalArgumentException.class, () -> session("s", null, "n", 0, -1));
  }

  private static StoredSession session(
      String id, String principal, String node, long received, long sent) {
    return new StoredSession(
        id, TokenHash.of("token"), principal, node, received, sent, Instant.EPOCH);
  }
}

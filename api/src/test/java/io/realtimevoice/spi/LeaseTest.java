package io.realtimevoice.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.realtimevoice.spi.SessionStore.Lease;
import org.junit.jupiter.api.Test;

class LeaseTest {

  @Test
  void needsNamesAndANumber() {
    assertThrows(IllegalArgumentException.class, () -> new Lease("", "node", 1));
    assertThrows(IllegalArgumentException.class, () -> new Lease("id", "", 1));
    assertThrows(IllegalArgumentException.class, () -> new Lease("id", "node", 0));
  }

  @Test
  void anErrorSaysWhatIsAllowed() {
    Exception thrown =
        assertThrows(IllegalArgumentException.class, () -> new Lease("x".repeat(129), "node", 1));
    assertEquals("sessionId must have 1 to 128 characters, not 129", thrown.getMessage());
  }
}

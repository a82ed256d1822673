package io.realtimevoice.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class StoredValueTest {

  @Test
  void theFirstByteIsTheVersionOfTheFormat() {
    assertEquals(200, StoredValue.of((byte) 200, (byte) 1).format());
  }

  @Test
  void neverChanges() {
    byte[] bytes = {1, 2};
    StoredValue value = StoredValue.of(bytes);
    bytes[0] = 9;
    value.toByteArray()[1] = 9;

    assertEquals(StoredValue.of((byte) 1, (byte) 2), value);
    assertEquals(StoredValue.of((byte) 1, (byte) 2).hashCode(), value.hashCode());
    assertNotEquals(StoredValue.of((byte) 9, (byte) 9), value);
  }

  @Test
  void hasABound() {
    assertEquals(StoredValue.MAX_LENGTH, StoredValue.of(new byte[StoredValue.MAX_LENGTH]).length());
    assertThrows(IllegalArgumentException.class, () -> StoredValue.of());
    assertThrows(
        IllegalArgumentException.class, () -> StoredValue.of(new byte[StoredValue.MAX_LENGTH + 1]));
  }

  @Test
  void tellsNothingOfItsBytes() {
    assertEquals("StoredValue[format=1, length=2]", StoredValue.of((byte) 1, (byte) 77).toString());
  }
}

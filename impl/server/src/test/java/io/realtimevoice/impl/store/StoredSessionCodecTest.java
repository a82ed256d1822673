package io.realtimevoice.impl.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.realtimevoice.spi.StoredValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredSessionCodecTest {

  private static final TokenHash HASH = TokenHash.of("token");
  private static final StoredSession SESSION =
      new StoredSession("s1", HASH, "anna", "n1", 3, 4, Instant.parse("2025-01-02T03:04:05.6Z"));

  /** Never to be changed: stores are full of them. */
  private static final String VERSION_1 =
      "01"
          + "00027331"
          + "3c469e9d6c5875d37a43f353d4f88e61fcf812c66eee3457465a40b0da4153e0"
          + "01"
          + "0004616e6e61"
          + "00026e31"
          + "0000000000000003"
          + "0000000000000004"
          + "0000000067760225"
          + "23c34600";

  static Stream<StoredSession> sessions() {
    Instant began = Instant.EPOCH;
    return Stream.of(
        SESSION,
        new StoredSession("s", HASH, null, "n", 0, 0, began),
        new StoredSession("s", HASH, "", "n", Long.MAX_VALUE, Long.MAX_VALUE, Instant.MAX),
        new StoredSession("会话", HASH, "\u0000\uD83D", "😀", 1, 0, Instant.MIN));
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void whatWasWrittenIsRead(StoredSession session) {
    assertEquals(Optional.of(session), decode(encode(session)));
  }

  @Test
  void theLongestNamesAreWrittenWhole() {
    StoredSession session =
        new StoredSession(
            "界".repeat(128), HASH, "界".repeat(8_192), "界".repeat(128), 0, 1, Instant.EPOCH);

    assertEquals(Optional.of(session), decode(encode(session)));
  }

  @Test
  void theFormatStays() {
    assertEquals(VERSION_1, HexFormat.of().formatHex(encode(SESSION)));
    assertEquals(Optional.of(SESSION), decode(HexFormat.of().parseHex(VERSION_1)));
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void whatIsCutAnywhereIsAbsent(StoredSession session) {
    byte[] whole = encode(session);
    for (int length = 1; length < whole.length; length++) {
      assertEquals(Optional.empty(), decode(Arrays.copyOf(whole, length)));
    }
  }

  @Test
  void whatIsTooLongIsAbsent() {
    byte[] whole = encode(SESSION);

    assertEquals(Optional.empty(), decode(Arrays.copyOf(whole, whole.length + 1)));
  }

  @Test
  void everyOtherFormatIsAbsent() {
    byte[] bytes = encode(SESSION);
    for (int format = 0; format < 256; format++) {
      bytes[0] = (byte) format;
      assertEquals(format == StoredSessionCodec.FORMAT, decode(bytes).isPresent());
    }
  }

  @Test
  void fieldsThatAreNotAllowedAreAbsent() {
    assertEquals(Optional.empty(), decode(VERSION_1.replaceFirst("^0100027331", "010000")));
    assertEquals(Optional.empty(), decode(VERSION_1.replace("0000000000000003", "f".repeat(16))));
    assertEquals(
        Optional.empty(), decode(VERSION_1.replace("0000000067760225", "7" + "f".repeat(15))));
  }

  @Test
  void aTokenCannotBeReadFromItsHash() {
    assertEquals(TokenHash.of("token"), HASH);
    assertNotEquals(TokenHash.of("Token"), HASH);
    assertFalse(SESSION.toString().contains("token="));
    assertFalse(SESSION.toString().contains("3c46"));
  }

  private static Optional<StoredSession> decode(String hex) {
    return decode(HexFormat.of().parseHex(hex));
  }

  private static Optional<StoredSession> decode(byte[] bytes) {
    return StoredSessionCodec.decode(StoredValue.of(bytes));
  }

  private static byte[] encode(StoredSession session) {
    return StoredSessionCodec.encode(session).toByteArray();
  }
}

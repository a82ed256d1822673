package io.realtimevoice.impl.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.realtimevoice.protocol.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes a moment if a number is read as it should be, and hours or gigabytes if not. */
class NumbersOfAnySizeTest {

  private static final Duration GENEROUS = Duration.ofSeconds(30);

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "1E+400"})
  void doNotFitAnInteger(String number) {
    assertTimeoutPreemptively(
        GENEROUS,
        () ->
            Json.assertRefused(
                ErrorCode.BAD_FIELD,
                "needvad: integer",
                "{\"type\":\"start\",\"needvad\":" + number + "}"));
  }

  @ParameterizedTest
  @CsvSource({
    "1e999999999,Infinity",
    "-1e999999999,-Infinity",
    "1e-999999999,0.0",
    "1e300,1e300",
    "9223372036854775808,9.223372036854775808e18",
    "0.1,0.1"
  })
  void areKeptInStartAsNearAsDoublesCome(String number, double kept) throws BadMessageException {
    assertTimeoutPreemptively(
        GENEROUS,
        () -> assertEquals(kept, Json.start("\"other\":" + number).others().get("other")));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        -1,
        9_007_199_254_740_993L,
        1_234_567_890_123_456_789L,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void areKeptInStartToTheLastDigitIfTheyFitALong(long number) throws BadMessageException {
    assertEquals(number, Json.start("\"roomId\":" + number).others().get("roomId"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e2147483648", "1e-2147483648"})
  void mayBeBeyondEveryType(String number) {
    Json.assertRefused(
        ErrorCode.MALFORMED, "JSON", "{\"type\":\"start\",\"other\":" + number + "}");
  }

  @Test
  void mayHaveAQuarterOfAMillionDigits() {
    String number = "7".repeat(250_000);

    assertTimeoutPreemptively(
        GENEROUS,
        () ->
            Json.assertRefused(
                ErrorCode.MALFORMED, "JSON", "{\"type\":\"start\",\"other\":" + number + "}"));
  }
}

package io.realtimevoice.impl.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.protocol.ErrorCode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsOfTheWrongTypeAreNamedTest {

  private static final String[] NO_STRING = {"7", "1.5", "true", "false", "[\"a\"]", "{\"a\":1}"};
  private static final String[] NO_INTEGER = {
    "\"1\"", "1.5", "-1e-9", "2147483648", "-2147483649", "1e400", "[1]", "{}"
  };
  private static final String[] NO_FLAG = {"2", "-1", "\"true\"", "[]", "{}", "0.5"};

  @ParameterizedTest
  @MethodSource("wrong")
  void withWhatIsAllowed(String type, String field, String value, String allowed) {
    Json.assertRefused(
        ErrorCode.BAD_FIELD,
        field + ": " + allowed,
        "{\"type\":\"" + type + "\",\"" + field + "\":" + value + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "true", "[\"start\"]", "{\"type\":\"start\"}"})
  void theTypeToo(String value) {
    Json.assertRefused(ErrorCode.BAD_FIELD, "type: string", "{\"type\":" + value + "}");
  }

  @ParameterizedTest
  @CsvSource({"needvad,true,1", "needvad,false,0", "convertNumMode,false,0", "wordInfo,2.0,2"})
  void butBooleansStandForNumbersAndWholeFractionsAreWhole(String field, String value, int read)
      throws BadMessageException {
    assertEquals(Json.start("\"" + field + "\":" + read), Json.start("\"" + field + "\":" + value));
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,true", "false,false", "true,true"})
  void andNumbersStandForBooleans(String value, boolean read) throws BadMessageException {
    assertEquals(
        Json.CODEC.decode("{\"type\":\"audio\",\"isEnd\":" + read + "}"),
        Json.CODEC.decode("{\"type\":\"audio\",\"isEnd\":" + value + "}"));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
            each("start", "userId", "string", NO_STRING),
            each("start", "token", "string", NO_STRING),
            each("start", "engineType", "string", NO_STRING),
            each("audio", "data", "string", NO_STRING),
            each("hello", "locale", "string", NO_STRING),
            each("hello", "nonce", "string", NO_STRING),
            each("hello", "nonce", "at most 64 characters", "\"" + "n".repeat(65) + "\""),
            each("hello", "version", "integer", NO_INTEGER),
            each("start", "voiceFormat", "integer", NO_INTEGER),
            each("start", "needvad", "integer", NO_INTEGER),
            each("start", "filterDirty", "integer", NO_INTEGER),
            each("start", "filterModal", "integer", NO_INTEGER),
            each("start", "filterPunc", "integer", NO_INTEGER),
            each("start", "convertNumMode", "integer", NO_INTEGER),
            each("start", "wordInfo", "integer", NO_INTEGER),
            each("start", "vadSilenceTime", "integer", NO_INTEGER),
            each("audio", "isEnd", "boolean", NO_FLAG))
        .flatMap(all -> all);
  }

  private static Stream<Arguments> each(
      String type, String field, String allowed, String... values) {
    return Stream.of(values).map(value -> Arguments.of(type, field, value, allowed));
  }
}

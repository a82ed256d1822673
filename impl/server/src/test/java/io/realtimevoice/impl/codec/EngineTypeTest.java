package io.realtimevoice.impl.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.AudioFormat;
import io.realtimevoice.StartRequest;
import io.realtimevoice.protocol.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTypeTest {

  private static final String LONGEST =
      "0123456789012345678901234567890123456789012345678901234567890123";

  @ParameterizedTest
  @CsvSource({
    "16k_zh,16000",
    "8k_zh,8000",
    "8k_en-2.x:y,8000",
    "tones,16000",
    "loopback,16000",
    LONGEST + ",16000"
  })
  void saysTheSampleRateOfPcm(String engineType, int sampleRate) throws BadMessageException {
    StartRequest request = Json.start("\"engineType\":\"" + engineType + "\"");

    assertEquals(engineType, request.engineType());
    assertEquals(new AudioFormat(AudioFormat.Encoding.PCM, sampleRate), request.format());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "16k zh", "16k_zh\\n", "中文", "a/b", "a\\u0000", LONGEST + "4"})
  void isOfFewCharacters(String engineType) {
    Json.assertRefused(
        ErrorCode.BAD_FIELD,
        "engineType: 1 to 64 letters, digits and _ . : -",
        "{\"type\":\"start\",\"engineType\":\"" + engineType + "\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 5, 7, -1, Integer.MAX_VALUE})
  void goesWithAFormatThatTheWelcomeLists(int voiceFormat) {
    Json.assertRefused(
        ErrorCode.UNSUPPORTED_FORMAT,
        Integer.toString(voiceFormat),
        "{\"type\":\"start\",\"voiceFormat\":" + voiceFormat + "}");
  }
}

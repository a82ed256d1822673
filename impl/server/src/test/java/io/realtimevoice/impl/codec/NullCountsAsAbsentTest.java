package io.realtimevoice.impl.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.protocol.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NullCountsAsAbsentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userId",
        "token",
        "engineType",
        "voiceFormat",
        "needvad",
        "filterDirty",
        "filterModal",
        "filterPunc",
        "convertNumMode",
        "wordInfo",
        "vadSilenceTime"
      })
  void inStart(String field) throws BadMessageException {
    assertEquals(Json.start(""), Json.start("\"" + field + "\":null"));
  }

  @ParameterizedTest
  @CsvSource({"hello,version", "hello,locale", "audio,data", "audio,isEnd"})
  void inTheOthers(String type, String field) throws BadMessageException {
    assertEquals(
        Json.CODEC.decode("{\"type\":\"" + type + "\"}"),
        Json.CODEC.decode("{\"type\":\"" + type + "\",\"" + field + "\":null}"));
  }

  @Test
  void inTheType() {
    Json.assertRefused(ErrorCode.MALFORMED, "type", "{\"type\":null}");
  }
}

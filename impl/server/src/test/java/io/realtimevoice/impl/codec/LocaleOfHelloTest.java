package io.realtimevoice.impl.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.ErrorCode;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocaleOfHelloTest {

  @ParameterizedTest
  @CsvSource({"zh,zh", "zh-CN,zh-CN", "zh_CN,zh-CN", "zh-hant-hk,zh-Hant-HK", "EN-us,en-US"})
  void isALanguageTag(String said, String tag) throws BadMessageException {
    assertEquals(Locale.forLanguageTag(tag), locale(said));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "und", "x-own", "und-CN"})
  void saysNothingWithoutALanguage(String said) throws BadMessageException {
    assertNull(locale(said));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "z", "中文", "zh CN", "en-US.UTF-8", "zh--CN", "\\u0000"})
  void isRefusedIfItIsNone(String said) {
    Json.assertRefused(
        ErrorCode.BAD_FIELD,
        "locale: BCP 47 language tag",
        "{\"type\":\"hello\",\"locale\":\"" + said + "\"}");
  }

  private static Locale locale(String said) throws BadMessageException {
    return ((ClientMessage.Hello)
            Json.CODEC.decode("{\"type\":\"hello\",\"locale\":\"" + said + "\"}"))
        .locale();
  }
}

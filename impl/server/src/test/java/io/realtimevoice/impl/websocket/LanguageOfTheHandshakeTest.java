package io.realtimevoice.impl.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.spi.Handshake;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 12.5.4. */
class LanguageOfTheHandshakeTest {

  private static final Locale ABSENT = Locale.forLanguageTag("fi");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN|zh-CN",
        "zh-CN,zh;q=0.9,en;q=0.8|zh-CN",
        "en;q=0.8, zh-CN;q=0.9|zh-CN",
        "en-us|en-US",
        "*, de|de",
        "*;q=0.5, de;q=0.1|de",
        "zh;q=0, en;q=0.1|en",
        "de;q=1.000|de",
        " de ; q=0.5 , fr|fr"
      })
  void isTheFirstChoice(String header, String tag) {
    assertEquals(Locale.forLanguageTag(tag), locale(header));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        ",,,",
        "*",
        "*;q=0",
        "-",
        "--",
        "-;q=1",
        "a-",
        ";q=1",
        "zh;q=",
        "zh;q=x",
        "zh;q=2",
        "zh;q=-1",
        "zh;q=NaN",
        "zh;q=0",
        "中文",
        "\u0000",
        "zh_CN",
        "123456789",
        "{0}",
        "accept-language:",
        "q",
        "x-",
        "=",
        ";",
        "zh;;q=1"
      })
  void isTheDefaultWithoutOne(String header) {
    assertEquals(ABSENT, locale(header));
  }

  @Test
  void isTheDefaultWithoutTheHeader() {
    assertEquals(ABSENT, Handshakes.locale(handshake(Map.of()), ABSENT));
  }

  @Test
  void isFoundInAnyCase() {
    assertEquals(
        Locale.FRENCH,
        Handshakes.locale(handshake(Map.of("aCCEPT-language", List.of("fr"))), ABSENT));
  }

  private static Locale locale(String header) {
    return Handshakes.locale(handshake(Map.of("Accept-Language", List.of(header))), ABSENT);
  }

  private static Handshake handshake(Map<String, List<String>> headers) {
    return new Handshake("/app/realtime-voice/stream", Map.of(), headers, null);
  }
}

package io.realtimevoice.impl.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsFollowTheLocaleTest {

  private final Locale machine = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(machine);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "zh-CN", "zh-TW", "zh-HK", "zh-Hans", "zh-Hant-MO", "zh-DE"})
  void chineseForEveryKindOfIt(String tag) {
    Texts texts = Texts.in(Locale.forLanguageTag(tag));

    assertEquals("已就绪，请说话。", texts.ready());
    assertEquals("已连接，可以开始说话。", texts.welcome());
    assertEquals("识别已结束。", texts.stopped());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "en-CN", "de", "ja", "ko-KR", "fr-FR", "und", "zhx", "x-zh"})
  void englishForAllElse(String tag) {
    Texts texts = Texts.in(Locale.forLanguageTag(tag));

    assertEquals("Ready: please speak.", texts.ready());
    assertEquals("Connected. You can start talking.", texts.welcome());
    assertEquals("Finished.", texts.stopped());
  }

  @Test
  void andNotTheMachine() {
    Locale.setDefault(Locale.CHINA);
    assertEquals("Finished.", Texts.in(Locale.GERMANY).stopped());
    Locale.setDefault(Locale.US);
    assertEquals("识别已结束。", Texts.in(Locale.TAIWAN).stopped());
  }
}

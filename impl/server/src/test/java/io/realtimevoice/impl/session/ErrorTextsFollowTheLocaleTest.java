package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorTextsFollowTheLocaleTest {

  private static final String ENGLISH = "There is nothing to stop: no stream is running.";
  private static final String CHINESE = "没有正在进行的识别，无需停止。";

  @ParameterizedTest
  @MethodSource("languages")
  void chineseForAllChineseAndEnglishForAllOthers(Locale locale, String text) {
    ConversationFixture fixture = new ConversationFixture(null, locale);
    fixture.saysType("stop");

    assertEquals(List.of(text), texts(fixture));
  }

  @Test
  void theClientMayChangeItsMind() {
    ConversationFixture fixture = new ConversationFixture();
    fixture.saysType("stop").says("{\"type\":\"hello\",\"locale\":\"zh-CN\"}").saysType("stop");
    fixture.saysType("hello").saysType("stop").says("{\"type\":\"hello\",\"locale\":\"en\"}");
    fixture.saysType("stop");

    assertEquals(List.of(ENGLISH, CHINESE, CHINESE, ENGLISH), texts(fixture));
  }

  @Test
  void theSubjectStandsInTheText() {
    ConversationFixture english = new ConversationFixture();
    ConversationFixture chinese = new ConversationFixture(null, Locale.CHINA);
    english.saysType("dance");
    chinese.saysType("dance");

    assertEquals(List.of("The message type \"dance\" is not known."), texts(english));
    assertEquals(List.of("未知的消息类型“dance”。"), texts(chinese));
  }

  @Test
  void theApplicationSeesTheLanguageToo() {
    ConversationFixture fixture = new ConversationFixture();
    fixture.saysType("start");
    assertEquals(Locale.ENGLISH, fixture.application.session.locale());
    fixture.says("{\"type\":\"hello\",\"locale\":\"zh_CN\"}");

    assertEquals(Locale.SIMPLIFIED_CHINESE, fixture.application.session.locale());
  }

  static Stream<Arguments> languages() {
    return Stream.of(
        Arguments.of(Locale.ENGLISH, ENGLISH),
        Arguments.of(Locale.GERMANY, ENGLISH),
        Arguments.of(Locale.ROOT, ENGLISH),
        Arguments.of(Locale.CHINA, CHINESE),
        Arguments.of(Locale.TAIWAN, CHINESE),
        Arguments.of(Locale.forLanguageTag("zh-Hant-HK"), CHINESE));
  }

  private static List<String> texts(ConversationFixture fixture) {
    return fixture.messages().stream().map(message -> message.getString("message")).toList();
  }
}

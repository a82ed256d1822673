package io.realtimevoice.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictsHaveTextsTest {

  private static final List<BiFunction<Verdict, Locale, String>> TEXTS =
      List.of(Verdict::title, Verdict::advice, Verdict::explanation, Verdict::evidence);

  @ParameterizedTest
  @EnumSource
  void inTwoLanguages(Verdict verdict) {
    for (BiFunction<Verdict, Locale, String> text : TEXTS) {
      assertNotEquals(text.apply(verdict, Locale.ENGLISH), text.apply(verdict, Locale.CHINESE));
      assertTrue(text.apply(verdict, Locale.TRADITIONAL_CHINESE).endsWith("。"));
      assertTrue(text.apply(verdict, Locale.US).endsWith("."));
    }
  }

  @Test
  void inEnglishForEveryOtherLanguage() {
    assertEquals(
        Verdict.UNKNOWN.title(Locale.ENGLISH), Verdict.UNKNOWN.title(Locale.forLanguageTag("fi")));
  }

  @ParameterizedTest
  @EnumSource
  void nameWhoCanMendThem(Verdict verdict) {
    assertFalse(verdict.actors().isEmpty());
    assertEquals(verdict == Verdict.HEALTHY, verdict.actors().contains(Actor.NOBODY));
  }

  @Test
  void giveSettingsAsTheyAreToBeWritten() {
    Fix nginx = Verdict.UPGRADE_STRIPPED.fixes().get(0);

    assertEquals(Place.NGINX, nginx.place());
    assertTrue(nginx.setting().contains("\n  proxy_set_header Upgrade $http_upgrade;\n"));
    assertEquals(List.of(), Verdict.MICROPHONE_ABSENT.fixes());
  }

  @Test
  void noTextIsOfAnUnknownVerdictOrPlace() {
    Stream.of("verdicts_en", "verdicts_zh", "fixes")
        .map(file -> "io.realtimevoice.diagnosis." + file)
        .flatMap(file -> ResourceBundle.getBundle(file, Locale.ROOT).keySet().stream())
        .forEach(VerdictsHaveTextsTest::isOfAVerdict);
  }

  private static void isOfAVerdict(String key) {
    Verdict.valueOf(key.substring(0, key.indexOf('.')));
    String rest = key.substring(key.indexOf('.') + 1);
    assertTrue(
        List.of("title", "advice", "explanation", "evidence").contains(rest)
            || Arrays.stream(Place.values()).anyMatch(place -> place.name().equals(rest)),
        key);
  }
}

package io.realtimevoice.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictsHaveTextsTest {

  @ParameterizedTest
  @EnumSource
  void inTwoLanguages(Verdict verdict) {
    assertNotEquals(verdict.title(Locale.ENGLISH), verdict.title(Locale.CHINESE));
    assertNotEquals(verdict.advice(Locale.ENGLISH), verdict.advice(Locale.CHINESE));
    assertTrue(verdict.advice(Locale.TRADITIONAL_CHINESE).endsWith("。"));
    assertTrue(verdict.advice(Locale.US).endsWith("."));
  }

  @Test
  void inEnglishForEveryOtherLanguage() {
    assertEquals(
        Verdict.UNKNOWN.title(Locale.ENGLISH), Verdict.UNKNOWN.title(Locale.forLanguageTag("fi")));
  }
}

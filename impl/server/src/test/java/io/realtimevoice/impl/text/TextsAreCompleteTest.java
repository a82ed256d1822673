package io.realtimevoice.impl.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.protocol.ErrorCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsAreCompleteTest {

  private static final Texts CHINESE = Texts.in(Locale.CHINA);
  private static final Texts ENGLISH = Texts.in(Locale.US);

  @Test
  void inBothLanguagesAndNoMore() {
    Set<String> wanted =
        Stream.concat(
                Stream.of("welcome", "ready", "stopped"),
                Arrays.stream(ErrorCode.values()).map(Enum::name))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(wanted, new TreeSet<>(CHINESE.bundle().keySet()));
    assertEquals(wanted, new TreeSet<>(ENGLISH.bundle().keySet()));
  }

  @ParameterizedTest
  @EnumSource
  void withTheSubjectInTheSamePlaces(ErrorCode code) {
    boolean english = ENGLISH.error(code, "<here>").contains("<here>");

    assertEquals(english, CHINESE.error(code, "<here>").contains("<here>"));
    assertEquals(english, ENGLISH.bundle().getString(code.name()).contains("{0}"));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "MALFORMED",
        "BAD_FIELD",
        "UNKNOWN_TYPE",
        "UNSUPPORTED_FORMAT",
        "BAD_AUDIO",
        "STREAM_REFUSED",
        "TOO_BIG",
        "UNSUPPORTED_VERSION"
      })
  void withTheSubjectWhereThereIsOne(ErrorCode code) {
    assertTrue(ENGLISH.error(code, "<here>").contains("<here>"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void withoutWhatMessageFormatWouldSwallow(Texts texts, ErrorCode code) {
    String text = texts.error(code, "");

    assertFalse(text.isBlank());
    assertFalse(text.contains("{") || text.contains("}"), text);
    assertEquals(texts.bundle().getString(code.name()).replace("{0}", ""), text);
  }

  static Stream<Arguments> all() {
    return Stream.of(CHINESE, ENGLISH)
        .flatMap(texts -> Stream.of(ErrorCode.values()).map(code -> Arguments.of(texts, code)));
  }
}

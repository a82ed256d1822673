package io.realtimevoice.impl.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourcesGoInOrderTest {

  private static final Setting SETTING = Setting.MAX_ERRORS;

  @AfterEach
  void clear() {
    System.clearProperty(SETTING.key());
  }

  @Test
  void theFirstThatHasAValueWins() {
    System.setProperty(SETTING.key(), "5");

    assertEquals("1", value(gives("1"), gives("2")));
    assertEquals("2", value(SourcesGoInOrderTest::nothing, gives("2")));
  }

  @Test
  void thenTheSystemProperty() {
    System.setProperty(SETTING.key(), "5");

    assertEquals("5", value(SourcesGoInOrderTest::nothing, SourcesGoInOrderTest::nothing));
  }

  @Test
  void thenTheDefault() {
    assertEquals(
        20,
        Settings.from(new Sources(List.of(SourcesGoInOrderTest::nothing))).session().maxErrors());
  }

  private static Optional<String> nothing(String name) {
    return Optional.empty();
  }

  private static Function<String, Optional<String>> gives(String value) {
    return name -> name.equals("realtime-voice.max-errors") ? Optional.of(value) : Optional.empty();
  }

  private static String value(
      Function<String, Optional<String>> first, Function<String, Optional<String>> second) {
    return new Sources(List.of(first, second)).apply(SETTING).orElseThrow();
  }
}

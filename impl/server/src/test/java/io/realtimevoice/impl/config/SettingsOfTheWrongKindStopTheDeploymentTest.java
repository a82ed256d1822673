package io.realtimevoice.impl.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsOfTheWrongKindStopTheDeploymentTest {

  private static final Set<Setting> SIZES =
      Set.of(
          Setting.MAX_TEXT_CHARS,
          Setting.MAX_BINARY_BYTES,
          Setting.OUTBOX_TEXT_CHARS,
          Setting.OUTBOX_AUDIO_BYTES);
  private static final Set<Setting> DURATIONS =
      Set.of(
          Setting.START_TIMEOUT,
          Setting.HANDLER_TIMEOUT,
          Setting.SEND_TIMEOUT,
          Setting.WELCOME_TIMEOUT,
          Setting.STATE_RETRY_DELAY);

  @ParameterizedTest
  @MethodSource("bad")
  void andTheMessageNamesKeyAndValueAndWhatIsAllowed(Setting setting, String value) {
    BadSettingException refusal =
        assertThrows(
            BadSettingException.class, () -> new SettingsFixture().with(setting, value).read());

    assertEquals(
        "RV0010 realtime-voice: the setting "
            + setting.key()
            + " (or "
            + setting.variable()
            + " in the environment) has the value \""
            + value
            + "\", but must be "
            + setting.allowed(),
        refusal.getMessage());
  }

  @ParameterizedTest
  @MethodSource("good")
  void butTheLimitsThemselvesAreAllowed(Setting setting, String value) {
    assertDoesNotThrow(() -> new SettingsFixture().with(setting, value).read());
  }

  @Test
  void andOfSeveralOriginsTheWrongOneIsNamed() {
    SettingsFixture settings =
        new SettingsFixture().with(Setting.ALLOWED_ORIGINS, "https://a.example, b.example");

    assertEquals(
        true,
        assertThrows(BadSettingException.class, settings::read)
            .getMessage()
            .contains("has the value \"b.example\""));
  }

  static Stream<Arguments> bad() {
    return Stream.of(
            each(SIZES, "", "1023", "67108865", "-1", "1e6", "64K", "99999999999", "1 024"),
            each(DURATIONS, "", "PT0.009S", "P1DT0.001S", "PT0S", "-PT5S", "5s", "15", "P1Y"),
            each(DURATIONS, "PT9223372036854775807H", "P106751991167301D"),
            each(Set.of(Setting.MAX_ERRORS), "", "0", "1000001", "many", "1.5"),
            each(Set.of(Setting.STATE_RETRIES), "", "-1", "101", "three"),
            each(Set.of(Setting.DEFAULT_LOCALE), "", "x-own", "und", "z", "中文", "zh CN"),
            each(
                Set.of(Setting.ALLOWED_ORIGINS),
                "app.example.com",
                "https://",
                "https:app.example.com",
                "https://app.example.com/",
                "https://app.example.com/page",
                "https://app.example.com?a",
                "https://app.example.com#a",
                "https://me@app.example.com",
                "https://*.example.com",
                "https://app example.com",
                "https://app.example.com:",
                "//app.example.com",
                "null",
                "**"))
        .flatMap(all -> all);
  }

  static Stream<Arguments> good() {
    return Stream.of(
            each(SIZES, "1024", "67108864"),
            each(DURATIONS, "PT0.01S", "P1D", "PT24H", "pt15s"),
            each(Set.of(Setting.MAX_ERRORS), "1", "1000000"),
            each(Set.of(Setting.STATE_RETRIES), "0", "100"),
            each(Set.of(Setting.DEFAULT_LOCALE), "zh", "en", "zh_CN", "zh-Hans-CN", "de-DE"),
            each(
                Set.of(Setting.ALLOWED_ORIGINS),
                "",
                " , ",
                "*",
                "https://app.example.com",
                "http://localhost:8080,https://[::1]:8443",
                "capacitor://localhost"))
        .flatMap(all -> all);
  }

  private static Stream<Arguments> each(Set<Setting> settings, String... values) {
    return settings.stream()
        .flatMap(setting -> Stream.of(values).map(value -> Arguments.of(setting, value)));
  }
}

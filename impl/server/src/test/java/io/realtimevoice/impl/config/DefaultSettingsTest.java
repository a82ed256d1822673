package io.realtimevoice.impl.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.OverflowPolicy;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.session.Conversation;
import io.realtimevoice.impl.session.Sessions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefaultSettingsTest {

  @Test
  void areThoseOfTheDesign() {
    assertEquals(
        new Settings(
            Set.of(),
            Locale.CHINESE,
            new Conversation.Limits(
                262_144,
                65_536,
                20,
                Duration.ofMinutes(5),
                Duration.ofSeconds(10),
                2_097_152,
                Duration.ofSeconds(5),
                Duration.ofMinutes(2),
                262_144,
                2_000,
                Duration.ofMinutes(3)),
            new Sessions.Limits(10_000, 67_108_864, 500, 2),
            new Connection.Limits(
                1_048_576,
                1_048_576,
                Duration.ofMillis(100),
                3,
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                OverflowPolicy.DROP_OLDEST,
                Duration.ofSeconds(5),
                Duration.ofSeconds(6)),
            20_000,
            Duration.ofSeconds(5),
            Settings.Diagnostics.OFF,
            null,
            Arrays.stream(Setting.values())
                .collect(Collectors.toMap(Setting::key, Setting::defaultValue))),
        new SettingsFixture().read());
  }

  @Test
  void haveRoomForAFewOfTheLongestMessages() {
    Conversation.Limits limits = new SettingsFixture().read().session();

    assertTrue(limits.intakeBytes() >= 4 * 2 * limits.maxTextChars(), "two bytes a character");
  }

  @ParameterizedTest
  @EnumSource
  void mayAlsoBeWrittenOut(Setting setting) {
    assertEquals(
        new SettingsFixture().read(),
        new SettingsFixture().with(setting, " " + setting.defaultValue() + " ").read());
  }
}

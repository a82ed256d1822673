package io.realtimevoice.impl.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that applications have in their configuration. */
class SettingsHaveNamesTest {

  @Test
  void inFilesAndCode() {
    assertEquals(
        List.of(
            "realtime-voice.allowed-origins",
            "realtime-voice.default-locale",
            "realtime-voice.max-text-chars",
            "realtime-voice.max-binary-bytes",
            "realtime-voice.max-errors",
            "realtime-voice.start-timeout",
            "realtime-voice.handler-timeout",
            "realtime-voice.send-timeout",
            "realtime-voice.welcome-timeout",
            "realtime-voice.state-retry-delay",
            "realtime-voice.state-retries",
            "realtime-voice.outbox-text-chars",
            "realtime-voice.outbox-audio-bytes"),
        Arrays.stream(Setting.values()).map(Setting::key).toList());
  }

  @Test
  void inTheEnvironment() {
    assertEquals("REALTIME_VOICE_MAX_TEXT_CHARS", Setting.MAX_TEXT_CHARS.variable());
  }
}

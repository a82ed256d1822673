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
            "realtime-voice.outbox-audio-bytes",
            "realtime-voice.outbox-audio-overflow",
            "realtime-voice.intake-bytes",
            "realtime-voice.direct-calls",
            "realtime-voice.heartbeat",
            "realtime-voice.heartbeat-answer",
            "realtime-voice.resume-window",
            "realtime-voice.replay-bytes",
            "realtime-voice.replay-messages",
            "realtime-voice.replay-age",
            "realtime-voice.replay-node-bytes",
            "realtime-voice.max-connections",
            "realtime-voice.max-sessions",
            "realtime-voice.drain-timeout",
            "realtime-voice.reconnect-rate",
            "realtime-voice.diagnostics",
            "realtime-voice.diagnostics-token",
            "realtime-voice.diagnostics-role",
            "realtime-voice.public-url"),
        Arrays.stream(Setting.values()).map(Setting::key).toList());
  }

  @Test
  void inTheEnvironment() {
    assertEquals("REALTIME_VOICE_MAX_TEXT_CHARS", Setting.MAX_TEXT_CHARS.variable());
  }
}

package io.realtimevoice.it.application;

import io.realtimevoice.spi.SettingsSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Deadlines that a test can wait for. */
@ApplicationScoped
public class ShortDeadlines implements SettingsSource {

  private static final Map<String, String> VALUES =
      Map.of(
          "realtime-voice.welcome-timeout", "PT6S",
          "realtime-voice.handler-timeout", "PT1S",
          "realtime-voice.start-timeout", "PT20S",
          "realtime-voice.resume-window", "PT1S",
          "realtime-voice.max-text-chars", "20000",
          "realtime-voice.max-binary-bytes", "10000");

  @Override
  public Optional<String> value(String name) {
    return Optional.ofNullable(VALUES.get(name));
  }
}

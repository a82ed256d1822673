package io.realtimevoice.it.cuts;

import io.realtimevoice.spi.SettingsSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * Heartbeats that a test can wait for: the server notices a silent client after two seconds, and
 * the client a silent server after seven, since how long it waits for an answer is its own.
 */
@ApplicationScoped
public class ShortHeartbeats implements SettingsSource {

  private static final Map<String, String> VALUES =
      Map.of(
          "realtime-voice.heartbeat", "PT1S",
          "realtime-voice.heartbeat-answer", "PT1S");

  @Override
  public Optional<String> value(String name) {
    return Optional.ofNullable(VALUES.get(name));
  }
}

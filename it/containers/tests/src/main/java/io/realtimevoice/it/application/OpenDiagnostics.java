package io.realtimevoice.it.application;

import io.realtimevoice.spi.SettingsSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Lets clients ask for diagnostics, and who knows the token see everything. */
@ApplicationScoped
public class OpenDiagnostics implements SettingsSource {

  /** Guards what is not for everybody. */
  public static final String TOKEN = "a-token-for-operators";

  private static final Map<String, String> VALUES =
      Map.of("realtime-voice.diagnostics", "on", "realtime-voice.diagnostics-token", TOKEN);

  @Override
  public Optional<String> value(String name) {
    return Optional.ofNullable(VALUES.get(name));
  }
}

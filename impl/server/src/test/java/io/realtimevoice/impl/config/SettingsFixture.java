package io.realtimevoice.impl.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Settings from values in the hand of a test. */
public final class SettingsFixture {

  private final Map<Setting, String> values = new EnumMap<>(Setting.class);

  /** Sets a value. */
  public SettingsFixture with(Setting setting, String value) {
    values.put(setting, value);
    return this;
  }

  /** Reads them; the defaults for the others. */
  public Settings read() {
    return Settings.from(setting -> Optional.ofNullable(values.get(setting)));
  }
}

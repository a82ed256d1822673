package io.realtimevoice.impl.config;

import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** MicroProfile Config, which not every server has. */
public final class MicroProfileSource {

  private MicroProfileSource() {}

  /**
   * The value of a setting.
   *
   * @param name the setting's name
   * @return empty if MicroProfile Config has none, or the server has no MicroProfile Config
   */
  public static Optional<String> value(String name) {
    try {
      return ConfigProvider.getConfig().getOptionalValue(name, String.class);
    } catch (NoClassDefFoundError | IllegalStateException e) {
      // The API is missing, or there is no implementation behind it.
      return Optional.empty();
    }
  }
}

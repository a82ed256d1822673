package io.realtimevoice.it.application;

import io.realtimevoice.spi.SettingsSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** The settings that a test has packed into its WAR. */
@ApplicationScoped
public class PackedSettings implements SettingsSource {

  /** In the WAR's class path. */
  public static final String RESOURCE = "settings-of-the-test.properties";

  private final Properties values = new Properties();

  /** Reads them. */
  public PackedSettings() {
    try (InputStream packed = PackedSettings.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (packed != null) {
        values.load(packed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.getProperty(name));
  }
}

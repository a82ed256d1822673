package io.realtimevoice.spi;

import java.util.Optional;

/**
 * The bean by which an application sets the channel's settings in code; at most one. What it gives
 * goes before MicroProfile Config, servlet context parameters, system properties and the
 * environment.
 *
 * <p>Asked once for each setting while the application starts, on the thread that starts it. A
 * value that is not allowed fails the deployment, and so does what it throws.
 */
@FunctionalInterface
public interface SettingsSource {

  /**
   * The value of a setting.
   *
   * @param name the full name, such as {@code realtime-voice.start-timeout}
   * @return empty to leave it to the next source
   */
  Optional<String> value(String name);
}

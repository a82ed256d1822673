package io.realtimevoice.impl.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where settings come from; the first source that has a value wins.
 *
 * @param sources by name, as the application's, MicroProfile Config's or the servlet context's
 */
public record Sources(List<Function<String, Optional<String>>> sources)
    implements Function<Setting, Optional<String>> {

  @Override
  public Optional<String> apply(Setting setting) {
    return sources.stream()
        .map(source -> source.apply(setting.key()))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> Optional.ofNullable(System.getProperty(setting.key())))
        .or(() -> Optional.ofNullable(System.getenv(setting.variable())));
  }
}

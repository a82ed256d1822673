package io.realtimevoice.impl.config;

import io.realtimevoice.OverflowPolicy;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values of settings, each read as the type it must have.
 *
 * @param source gives the value of a setting; empty for the default
 */
record Values(Function<Setting, Optional<String>> source) {

  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int SHORTEST_TOKEN = 16;
  private static final int SMALLEST_SIZE = 1024;
  private static final int LARGEST_SIZE = 64 * 1024 * 1024;

  String raw(Setting setting) {
    return source.apply(setting).map(String::strip).orElse(setting.defaultValue());
  }

  int number(Setting setting, int least, int most) {
    String value = raw(setting);
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new BadSettingException(setting, value);
    }
    throw new BadSettingException(setting, value);
  }

  int size(Setting setting) {
    return number(setting, SMALLEST_SIZE, LARGEST_SIZE);
  }

  Duration duration(Setting setting) {
    String value = raw(setting);
    try {
      Duration duration = Duration.parse(value);
      if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (DateTimeException e) {
      throw new BadSettingException(setting, value);
    }
    throw new BadSettingException(setting, value);
  }

  Locale locale(Setting setting) {
    String value = raw(setting);
    try {
      Locale locale = new Locale.Builder().setLanguageTag(value.replace('_', '-')).build();
      if (!locale.getLanguage().isEmpty()) {
        return locale;
      }
    } catch (IllformedLocaleException e) {
      throw new BadSettingException(setting, value);
    }
    throw new BadSettingException(setting, value);
  }

  OverflowPolicy overflowPolicy(Setting setting) {
    String value = raw(setting);
    return Arrays.stream(OverflowPolicy.values())
        .filter(policy -> policy.name().replace('_', '-').equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(() -> new BadSettingException(setting, value));
  }

  Settings.Diagnostics diagnostics() {
    String on = raw(Setting.DIAGNOSTICS);
    if (!on.equals("on") && !on.equals("off")) {
      throw new BadSettingException(Setting.DIAGNOSTICS, on);
    }
    String token = raw(Setting.DIAGNOSTICS_TOKEN);
    if (!token.isEmpty() && token.length() < SHORTEST_TOKEN) {
      throw new BadSettingException(Setting.DIAGNOSTICS_TOKEN, token);
    }
    String role = raw(Setting.DIAGNOSTICS_ROLE);
    return new Settings.Diagnostics(
        on.equals("on"), token.isEmpty() ? null : token, role.isEmpty() ? null : role);
  }

  @Nullable URI publicUrl(Setting setting) {
    String value = raw(setting);
    if (value.isEmpty()) {
      return null;
    }
    try {
      URI url = new URI(value);
      boolean webSocket = "ws".equals(url.getScheme()) || "wss".equals(url.getScheme());
      if (webSocket
          && url.getHost() != null
          && url.getRawUserInfo() == null
          && url.getRawQuery() == null
          && url.getRawFragment() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw new BadSettingException(setting, value);
    }
    throw new BadSettingException(setting, value);
  }

  /** As they were written; of a secret only whether there is one. */
  Map<String, String> shown() {
    return Arrays.stream(Setting.values())
        .collect(Collectors.toUnmodifiableMap(Setting::key, this::shown));
  }

  private String shown(Setting setting) {
    String value = raw(setting);
    return setting.secret() && !value.isEmpty() ? "(not shown)" : value;
  }

  Set<String> origins(Setting setting) {
    return Arrays.stream(raw(setting).split(","))
        .map(String::strip)
        .filter(origin -> !origin.isEmpty())
        .map(origin -> origin(setting, origin))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String origin(Setting setting, String origin) {
    if (origin.equals(Settings.ANY_ORIGIN)) {
      return origin;
    }
    try {
      URI uri = URI.create(origin);
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      if (uri.getHost() != null && origin.equals(uri.getScheme() + "://" + uri.getHost() + port)) {
        return origin.toLowerCase(Locale.ROOT);
      }
    } catch (IllegalArgumentException e) {
      throw new BadSettingException(setting, origin);
    }
    throw new BadSettingException(setting, origin);
  }
}

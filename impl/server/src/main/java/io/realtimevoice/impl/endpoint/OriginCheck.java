package io.realtimevoice.impl.endpoint;

import io.realtimevoice.impl.config.Settings;
import io.realtimevoice.spi.Handshake;
import io.realtimevoice.spi.HandshakeCheck;
import io.realtimevoice.spi.Refusal;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lets web pages connect from the same host and from the allow-list only (RFC 6455, section 10.2),
 * and everything that is no web page: only browsers send an {@code Origin}.
 *
 * <p>The same host is the one of {@code Host}, or of {@code X-Forwarded-Host} behind a proxy that
 * changes it: no script can set either on a WebSocket handshake.
 *
 * @param allowed the allow-list, in lower case
 */
record OriginCheck(Set<String> allowed) implements HandshakeCheck {

  @Override
  public Optional<Refusal> check(Handshake handshake) {
    String origin = handshake.header("Origin").map(OriginCheck::lower).orElse("");
    if (origin.isEmpty()
        || allowed.contains(Settings.ANY_ORIGIN)
        || allowed.contains(origin)
        || sameHost(origin, handshake)) {
      return Optional.empty();
    }
    return Optional.of(
        Refusal.forbidden(
            "the page's origin is neither this host nor in realtime-voice.allowed-origins"));
  }

  private static boolean sameHost(String origin, Handshake handshake) {
    String own = withoutDefaultPort(authority(origin));
    return !own.isEmpty()
        && Stream.of("Host", "X-Forwarded-Host")
            .flatMap(name -> handshake.header(name).stream())
            .map(value -> value.split(",", 2)[0].strip())
            .map(host -> withoutDefaultPort(lower(host)))
            .anyMatch(own::equals);
  }

  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String withoutDefaultPort(String authority) {
    return authority.replaceFirst(":(80|443)$", "");
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }
}

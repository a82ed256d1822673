package io.realtimevoice.impl.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.protocol.ErrorCode;
import io.realtimevoice.spi.Handshake;
import io.realtimevoice.spi.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455, section 10.2; origins are written as in RFC 6454, section 6.2. */
class OriginCheckTest {

  private static final Optional<Refusal> PASSES = Optional.empty();

  @ParameterizedTest
  @CsvSource({
    "https://a.example, a.example",
    "https://a.example, a.example:443",
    "http://a.example, a.example:80",
    "https://a.example:443, a.example",
    "https://a.example:8443, a.example:8443",
    "https://A.Example, a.EXAMPLE",
    "HTTPS://A.EXAMPLE:8443, a.example:8443",
    "http://localhost:8080, localhost:8080",
    "http://[::1]:8080, [::1]:8080",
    "http://[::1], [::1]",
    "http://[2001:DB8::1]:80, [2001:db8::1]",
    "http://127.0.0.1:8080, 127.0.0.1:8080"
  })
  void aPageOfTheSameHostPasses(String origin, String host) {
    assertEquals(PASSES, check(Set.of(), origin, host, null));
  }

  @ParameterizedTest
  @CsvSource({
    "https://b.example, a.example",
    "https://a.example.b.example, a.example",
    "https://aa.example, a.example",
    "https://sub.a.example, a.example",
    "https://a.example, sub.a.example",
    "https://a.example:8443, a.example",
    "https://a.example, a.example:8443",
    "https://a.example:8443, a.example:9443",
    "http://[::1]:8080, [::2]:8080",
    "http://[::1], [::]",
    "http://localhost, 127.0.0.1",
    "https://a.example@b.example, a.example",
    "https://b.example/a.example, a.example",
    "null, a.example",
    "null, null",
    "a.example, a.example",
    "//, a.example",
    "https://, a.example",
    "https:a.example, a.example",
    "https://a example, a example",
    "http://a.example:80:443, a.example",
    "file://, ''",
    "https://a.example, ''"
  })
  void aPageOfAnotherHostIsRefused(String origin, String host) {
    assertEquals(
        Optional.of(
            new Refusal(
                ErrorCode.REFUSED,
                "the page's origin is neither this host nor in realtime-voice.allowed-origins")),
        check(Set.of(), origin, host, null));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example, a.example",
    "https://a.example, A.EXAMPLE:443",
    "https://a.example, 'a.example, inner.example'",
    "https://a.example:8443, 'a.example:8443,inner.example'"
  })
  void theHostOfAProxyCounts(String origin, String forwarded) {
    assertEquals(PASSES, check(Set.of(), origin, "inner:8080", forwarded));
  }

  @Test
  void onlyTheFirstHostOfAProxyCounts() {
    assertEquals(
        true, check(Set.of(), "https://a.example", "inner", "b.example, a.example").isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://b.example", "HTTPS://B.EXAMPLE", "http://c.example:81"})
  void anAllowedOriginPasses(String origin) {
    assertEquals(
        PASSES,
        check(Set.of("https://b.example", "http://c.example:81"), origin, "a.example", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://b.example", "https://b.example:81", "https://c.b.example", "null"})
  void whatIsNearAnAllowedOneIsRefused(String origin) {
    assertEquals(true, check(Set.of("https://b.example"), origin, "a.example", null).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://b.example", "null", "file://", "%", ""})
  void everyOriginPassesWhereAllAreAllowed(String origin) {
    assertEquals(PASSES, check(Set.of("*"), origin, "a.example", null));
  }

  @Test
  void whatIsNoPagePasses() {
    assertEquals(PASSES, check(Set.of(), null, "a.example", null));
    assertEquals(PASSES, check(Set.of("https://b.example"), null, null, null));
  }

  private static Optional<Refusal> check(
      Set<String> allowed, String origin, String host, String forwarded) {
    Map<String, List<String>> headers = new HashMap<>();
    put(headers, "origin", origin);
    put(headers, "HOST", host);
    put(headers, "x-forwarded-host", forwarded);
    return new OriginCheck(allowed).check(new Handshake("/", Map.of(), headers, null));
  }

  private static void put(Map<String, List<String>> headers, String name, String value) {
    if (value != null) {
      headers.put(name, List.of(value));
    }
  }
}

package io.realtimevoice.impl.websocket;

import io.realtimevoice.spi.Handshake;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The facts of a handshake, carried from the configurator to the open. */
public final class Handshakes {

  private static final String KEY = Handshake.class.getName();

  private Handshakes() {}

  /**
   * Keeps what a request says.
   *
   * @param request the handshake
   * @param properties the user properties that the session will have
   */
  public static void keep(HandshakeRequest request, Map<String, Object> properties) {
    properties.put(
        KEY,
        new Handshake(
            request.getRequestURI().getPath(),
            request.getParameterMap(),
            request.getHeaders(),
            request.getUserPrincipal()));
  }

  /**
   * What was kept for a session.
   *
   * @param session of any endpoint
   * @return without headers if its endpoint has another configurator
   */
  public static Handshake of(Session session) {
    if (session.getUserProperties().get(KEY) instanceof Handshake kept) {
      return kept;
    }
    return new Handshake(
        session.getRequestURI().getPath(),
        session.getRequestParameterMap(),
        Map.of(),
        session.getUserPrincipal());
  }

  /**
   * The language of a client.
   *
   * @param handshake what it said
   * @param absent if it said nothing that can be understood
   * @return the first choice of its {@code Accept-Language} (RFC 9110, section 12.5.4)
   */
  public static Locale locale(Handshake handshake, Locale absent) {
    String header = handshake.header("Accept-Language").orElse("");
    try {
      List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
      return ranges.stream()
          .filter(range -> range.getWeight() > 0)
          .map(range -> Locale.forLanguageTag(range.getRange()))
          .filter(locale -> !locale.getLanguage().isEmpty())
          .findFirst()
          .orElse(absent);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // The second is what Java 17 throws for a range of nothing but hyphens.
      return absent;
    }
  }
}

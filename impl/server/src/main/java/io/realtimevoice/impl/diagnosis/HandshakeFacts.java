package io.realtimevoice.impl.diagnosis;

import io.realtimevoice.protocol.Protocol;
import io.realtimevoice.spi.Handshake;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a connection's handshake tells of the way that it took: facts of our own making only, never
 * the value of a header or a parameter, which may be a secret.
 *
 * @param endpoint to which endpoint it came
 * @param origin whether it is a web page's
 * @param forwarded whether a proxy says that it stands before the server
 * @param secure whether it came by TLS, as far as the container or the proxy says
 * @param client the family of the client, such as {@code Chrome}; {@code other} if it is not known
 */
public record HandshakeFacts(
    Endpoint endpoint, boolean origin, boolean forwarded, boolean secure, String client) {

  /** Where a connection came in. */
  public enum Endpoint {
    /** The channel's. */
    STREAM,
    /** The self-test's. */
    TEST,
    /** One of the application's own. */
    APPLICATION
  }

  /** Nothing is known of it. */
  static final HandshakeFacts NONE =
      new HandshakeFacts(Endpoint.APPLICATION, false, false, false, "other");

  /** The first that a user agent names wins: browsers name all that they are compatible with. */
  private static final List<String> CLIENTS =
      List.of(
          "MicroMessenger",
          "miniProgram",
          "realtime-voice",
          "Edg",
          "OPR",
          "Firefox",
          "Chrome",
          "Safari",
          "Tyrus",
          "Undertow",
          "Jetty",
          "Tomcat",
          "Java-http-client",
          "okhttp",
          "Dart",
          "node",
          "Python",
          "curl",
          "Mozilla");

  /**
   * The facts of a handshake.
   *
   * @param handshake what the client sent
   * @param secure whether the container says that it came by TLS
   * @return without anything that the client wrote
   */
  public static HandshakeFacts of(Handshake handshake, boolean secure) {
    return new HandshakeFacts(
        endpoint(handshake.path()),
        handshake.header("Origin").isPresent(),
        Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP", "Via")
            .anyMatch(name -> handshake.header(name).isPresent()),
        secure || handshake.header("X-Forwarded-Proto").filter(HandshakeFacts::isTls).isPresent(),
        handshake.header("User-Agent").map(HandshakeFacts::client).orElse("none"));
  }

  private static boolean isTls(String protocol) {
    return protocol.equalsIgnoreCase("https") || protocol.equalsIgnoreCase("wss");
  }

  private static Endpoint endpoint(String path) {
    if (path.endsWith(Protocol.STREAM_PATH)) {
      return Endpoint.STREAM;
    }
    return path.endsWith(Protocol.TEST_PATH) ? Endpoint.TEST : Endpoint.APPLICATION;
  }

  private static String client(String userAgent) {
    String agent = userAgent.toLowerCase(Locale.ROOT);
    return CLIENTS.stream()
        .filter(name -> agent.contains(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse("other");
  }
}

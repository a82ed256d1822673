package io.realtimevoice.client.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy that connections go through, by CONNECT.
 *
 * @param host its name or address
 * @param port its port
 * @param authorization the value of {@code Proxy-Authorization}; null for none
 */
public record HttpProxy(String host, int port, @Nullable String authorization) {

  /** Checks the port. */
  public HttpProxy {
    if (port < 1 || port > 0xffff) {
      throw new IllegalArgumentException("the proxy's port must be 1 to 65535: " + port);
    }
  }

  /**
   * The header of RFC 7617.
   *
   * @param user without a colon
   * @param password may be empty
   * @return the value of {@code Proxy-Authorization}
   */
  public static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** Without the authorization. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}

package io.realtimevoice.client;

import java.net.URI;

/** What RFC 6455, section 3, asks of a URL. */
final class WebSocketUrl {

  private WebSocketUrl() {}

  static boolean isGood(URI uri) {
    boolean scheme =
        "ws".equalsIgnoreCase(uri.getScheme()) || "wss".equalsIgnoreCase(uri.getScheme());
    return scheme && uri.getHost() != null && uri.getRawFragment() == null;
  }
}

package io.realtimevoice.client.doctor;

import io.realtimevoice.client.network.DiagnosticsUrl;
import io.realtimevoice.protocol.Protocol;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The channel that is looked at. Shows neither user info nor query, which may be secret. */
final class Target {

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final URI uri;

  private Target(URI uri) {
    this.uri = uri;
  }

  /** Empty if the text is no WebSocket URL. */
  static Optional<Target> of(String text) {
    try {
      URI uri = new URI(text.trim());
      boolean scheme =
          "ws".equalsIgnoreCase(uri.getScheme()) || "wss".equalsIgnoreCase(uri.getScheme());
      boolean good =
          scheme
              && uri.getHost() != null
              && uri.getRawFragment() == null
              && uri.getRawUserInfo() == null;
      return good ? Optional.of(new Target(uri)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  URI uri() {
    return uri;
  }

  boolean secure() {
    return "wss".equalsIgnoreCase(uri.getScheme());
  }

  /** An IPv6 address without its brackets. */
  String host() {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  int port() {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return secure() ? HTTPS_PORT : HTTP_PORT;
  }

  /** As the Host header and an allow-list have it. */
  String authority() {
    boolean usual = port() == (secure() ? HTTPS_PORT : HTTP_PORT);
    return uri.getHost() + (usual ? "" : ":" + port());
  }

  /** With the query, which is never shown. */
  String request() {
    String query = uri.getRawQuery();
    return path() + (query == null ? "" : "?" + query);
  }

  String path() {
    String path = uri.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  /** With a slash before it; empty for the root, and for a path that is not a channel's. */
  String context() {
    String path = path();
    return path.endsWith(Protocol.STREAM_PATH)
        ? path.substring(0, path.length() - Protocol.STREAM_PATH.length())
        : "";
  }

  /** The path of a diagnosis; empty if the channel is at no such path. */
  Optional<String> diagnostics(String name) {
    return DiagnosticsUrl.of(uri).map(base -> base.getRawPath() + name);
  }

  /** The self-test beside the channel; empty if the channel is at no such path. */
  Optional<URI> selfTest() {
    String path = path();
    return path.endsWith(Protocol.STREAM_PATH)
        ? Optional.of(
            URI.create(uri.getScheme() + "://" + authority() + context() + Protocol.TEST_PATH))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return uri.getScheme() + "://" + authority() + path();
  }
}

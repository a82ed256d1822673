package io.realtimevoice.client.network;

import io.realtimevoice.protocol.Protocol;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where the diagnostics of a channel are. Pure functions, for any thread. */
public final class DiagnosticsUrl {

  private static final String STREAM =
      Protocol.STREAM_PATH.substring(Protocol.STREAM_PATH.lastIndexOf('/'));

  private DiagnosticsUrl() {}

  /**
   * The base of all of them.
   *
   * @param channel {@code ws} or {@code wss}
   * @return without query; empty if the channel is at no such path
   */
  public static Optional<URI> of(URI channel) {
    String path = channel.getRawPath();
    if (path == null || channel.getHost() == null || !path.endsWith(STREAM)) {
      return Optional.empty();
    }
    String base = path.substring(0, path.length() - STREAM.length()) + "/diagnostics";
    return at(channel, base);
  }

  /**
   * Another path of the same server, by HTTP.
   *
   * @param channel {@code ws} or {@code wss}
   * @param path escaped, absolute
   * @return without user info and query; empty if that is no URL
   */
  public static Optional<URI> at(URI channel, String path) {
    String scheme = "wss".equalsIgnoreCase(channel.getScheme()) ? "https" : "http";
    String port = channel.getPort() < 0 ? "" : ":" + channel.getPort();
    try {
      return Optional.of(new URI(scheme + "://" + channel.getHost() + port + path));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}

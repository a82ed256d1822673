package io.realtimevoice.client.websocket;

import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How to get to the server.
 *
 * @param uri the channel
 * @param tls for {@code wss}; null for the JVM's own
 * @param proxy null for none but the JVM's own
 * @param headers of the handshake, beside those that it needs
 * @param handshakeTimeoutMs how long an answer to the handshake is awaited, in milliseconds
 * @param lookTimeoutMs how long it may take then to find out what has failed, in milliseconds; 0 to
 *     leave it open
 */
public record Route(
    URI uri,
    @Nullable SSLContext tls,
    @Nullable HttpProxy proxy,
    Map<String, List<String>> headers,
    int handshakeTimeoutMs,
    int lookTimeoutMs) {

  /** Without the query and the headers: both may hold secrets. */
  @Override
  public String toString() {
    return uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort() + uri.getPath();
  }
}

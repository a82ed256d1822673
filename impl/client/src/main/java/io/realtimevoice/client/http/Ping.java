package io.realtimevoice.client.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Whether plain HTTP reaches the channel's application, where a WebSocket does not. */
public final class Ping {

  private static final int MAX_BODY = 1024;

  private Ping() {}

  /**
   * Asks. Waits.
   *
   * @param base of the diagnostics
   * @param tls null for the JVM's own
   * @param timeoutMs for the connection and for the answer, in milliseconds
   * @return false if anybody else answers, or nobody
   */
  public static boolean isAnswered(URI base, @Nullable SSLContext tls, int timeoutMs) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(base + "/ping").toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(timeoutMs);
      connection.setReadTimeout(timeoutMs);
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      if (tls != null && connection instanceof HttpsURLConnection secure) {
        secure.setSSLSocketFactory(tls.getSocketFactory());
      }
      try (InputStream in = connection.getInputStream()) {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK
            && HelloAnswer.isPing(new String(in.readNBytes(MAX_BODY), UTF_8));
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}

package io.realtimevoice.client.network;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether a port that is silent to TLS, or ends it, speaks HTTP without. */
public final class PlainHttp {

  private static final String FIRST = "HTTP/";

  private PlainHttp() {}

  /**
   * Asks for nothing in particular. Waits.
   *
   * @param server with its port
   * @param timeoutMs for the connection and for the answer, in milliseconds
   * @return true if any HTTP answer comes
   */
  public static boolean isSpoken(InetSocketAddress server, int timeoutMs) {
    try (Socket socket = new Socket()) {
      socket.connect(server, timeoutMs);
      socket.setSoTimeout(timeoutMs);
      String request = "GET / HTTP/1.1\r\nHost: " + server.getHostString() + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      socket.getOutputStream().flush();
      byte[] answer = socket.getInputStream().readNBytes(FIRST.length());
      return FIRST.equals(new String(answer, US_ASCII));
    } catch (IOException e) {
      return false;
    }
  }
}

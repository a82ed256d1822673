package io.realtimevoice.sample.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class FailedHandshakeIsAnsweredTest {

  private static final int PATIENCE_MS = 60_000;
  private static final String WITHOUT_A_KEY =
      """
      GET /sample/realtime-voice/stream HTTP/1.1
      Host: 127.0.0.1
      Upgrade: websocket
      Connection: close

      """
          .replace("\n", "\r\n");

  @Test
  void toItsEnd() throws IOException {
    try (EmbeddedServer server = EmbeddedServer.start(0);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write(WITHOUT_A_KEY.getBytes(ISO_8859_1));
      StringBuilder answer = new StringBuilder();
      while (!answer.toString().endsWith("\r\n\r\n")) {
        answer.append((char) socket.getInputStream().read());
      }

      assertTrue(answer.toString().matches("(?s)HTTP/1.1 [45]\\d\\d .*"), answer::toString);
      assertTrue(answer.toString().contains("Content-Length: 0\r\n"), answer::toString);
    }
  }
}

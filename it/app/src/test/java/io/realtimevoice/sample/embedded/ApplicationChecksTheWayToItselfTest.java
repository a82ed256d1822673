package io.realtimevoice.sample.embedded;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApplicationChecksTheWayToItselfTest {

  private static final String URL = "realtime-voice.public-url";

  private final Logged log = new Logged();

  @AfterEach
  void clear() {
    System.clearProperty(URL);
    log.close();
  }

  @Test
  void andSaysThatItWorks() throws Exception {
    int port = freePort();
    System.setProperty(URL, "ws://127.0.0.1:" + port + "/sample");
    try (EmbeddedServer server = EmbeddedServer.start(port)) {
      String line = log.await("RV0032 ");
      assertTrue(
          line.contains("ws://127.0.0.1:" + port + "/sample/realtime-voice/test works"), line);
    }
  }

  @Test
  void andSaysWhyItDoesNot() throws Exception {
    int port = freePort();
    System.setProperty(URL, "ws://127.0.0.1:" + port + "/other/realtime-voice/stream");
    try (EmbeddedServer server = EmbeddedServer.start(port)) {
      String line = log.await("RV0033 ");
      assertTrue(line.contains("NOT_FOUND (HTTP 404)"), line);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

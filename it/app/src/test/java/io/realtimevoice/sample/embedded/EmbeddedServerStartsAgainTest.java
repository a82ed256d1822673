package io.realtimevoice.sample.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class EmbeddedServerStartsAgainTest {

  @Test
  void onThePortThatItHadBefore() throws IOException {
    int port;
    try (EmbeddedServer first = EmbeddedServer.start(0)) {
      port = first.uri().getPort();
    }
    try (EmbeddedServer second = EmbeddedServer.start(port)) {
      assertEquals("ws://127.0.0.1:" + port + "/sample", second.uri().toString());
    }
  }

  @Test
  void onceItsPortIsFree() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
      IOException refusal = assertThrows(IOException.class, () -> EmbeddedServer.start(port));
      assertEquals("no server on port " + port + ": Address already in use", refusal.getMessage());
    }
    try (EmbeddedServer server = EmbeddedServer.start(port)) {
      assertEquals(port, server.uri().getPort());
    }
  }
}

package io.realtimevoice.sample.client;

import static io.realtimevoice.sample.client.Stages.await;
import static io.realtimevoice.sample.client.Stages.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.client.VoiceClient;
import io.realtimevoice.client.VoiceClientBuilder;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.Protocol;
import io.realtimevoice.sample.embedded.EmbeddedServer;
import jakarta.websocket.ContainerProvider;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClientOnAnyContainerTest {

  private static EmbeddedServer server;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedServer.start(0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void isReady() throws Exception {
    try (VoiceClient client = client(Protocol.STREAM_PATH).build()) {
      assertEquals(Protocol.VERSION, await(client.connect()).version());
      await(client.closeAsync());
    }
  }

  @Test
  void isToldOfARefusalWithoutItsStatus() {
    try (VoiceClient client = client("/nowhere").build()) {
      assertEquals(Verdict.HANDSHAKE_REFUSED, problem(client.connect()).verdict());
    }
  }

  private static VoiceClientBuilder client(String path) {
    return VoiceClient.builder(URI.create(server.uri() + path))
        .maxRetries(0)
        .container(ContainerProvider.getWebSocketContainer());
  }
}

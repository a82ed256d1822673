package io.realtimevoice.sample.client;

import static io.realtimevoice.sample.client.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.realtimevoice.client.ClientState;
import io.realtimevoice.client.VoiceClient;
import io.realtimevoice.client.VoiceListener;
import io.realtimevoice.protocol.Protocol;
import io.realtimevoice.protocol.ServerMessage;
import io.realtimevoice.sample.embedded.EmbeddedServer;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ClientFindsItsServerAgainTest {

  private final CompletableFuture<Void> lost = new CompletableFuture<>();
  private final CompletableFuture<String> again = new CompletableFuture<>();
  private final VoiceListener listener =
      new VoiceListener() {
        @Override
        public void onState(ClientState from, ClientState to) {
          if (to == ClientState.RECOVERING) {
            lost.complete(null);
          }
        }

        @Override
        public void onReady(ServerMessage.Welcome welcome) {
          if (lost.isDone()) {
            again.complete(welcome.sessionId());
          }
        }
      };

  @Test
  void afterItsRestart() throws Exception {
    EmbeddedServer first = EmbeddedServer.start(0);
    URI uri = URI.create(first.uri() + Protocol.STREAM_PATH);
    try (VoiceClient client = VoiceClient.builder(uri).listener(listener).build()) {
      String session = await(client.connect()).sessionId();
      first.close();
      await(lost);
      try (EmbeddedServer second = EmbeddedServer.start(uri.getPort())) {
        assertEquals(first.uri(), second.uri());
        assertNotEquals(session, await(again));
        assertEquals(1, client.retries());
        await(client.closeAsync());
      }
    } finally {
      first.close();
    }
  }
}

package io.realtimevoice.sample.client;

import static io.realtimevoice.sample.client.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.client.Pace;
import io.realtimevoice.client.StartFields;
import io.realtimevoice.client.VoiceClient;
import io.realtimevoice.client.VoiceStream;
import io.realtimevoice.sample.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** More than there are threads for handshakes. */
class SourcesWithoutAudioHoldUpNobodyTest {

  private static final int SOURCES = 20;
  private static final long GENEROUS_SECONDS = 60;

  private final CountDownLatch reading = new CountDownLatch(SOURCES);
  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void whoConnectsMeanwhile() throws Exception {
    List<VoiceClient> clients = new ArrayList<>();
    try (EmbeddedServer server = EmbeddedServer.start(0)) {
      URI uri = URI.create(server.uri() + "/realtime-voice/stream");
      List<CompletionStage<Long>> sending = new ArrayList<>();
      for (int i = 0; i < SOURCES; i++) {
        VoiceClient client = VoiceClient.builder(uri).build();
        clients.add(client);
        await(client.connect());
        VoiceStream stream = await(client.start(StartFields.DEFAULT.engineType("tones")));
        sending.add(stream.send(new Idle(), Pace.FAST));
      }
      assertTrue(reading.await(GENEROUS_SECONDS, TimeUnit.SECONDS), () -> reading + " not read");

      VoiceClient another = VoiceClient.builder(uri).build();
      clients.add(another);
      await(another.connect());
      assertTrue(another.isConnected());
      end.countDown();
      for (CompletionStage<Long> each : sending) {
        assertEquals(0, await(each));
      }
    } finally {
      end.countDown();
      clients.forEach(VoiceClient::close);
    }
  }

  /** A microphone that hears nothing until it is switched off. */
  private final class Idle extends InputStream {
    @Override
    public int read() throws IOException {
      return read(new byte[1], 0, 1);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      reading.countDown();
      try {
        end.await();
        return -1;
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
    }
  }
}

package io.realtimevoice.sample.client;

import static io.realtimevoice.sample.client.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.client.StartFields;
import io.realtimevoice.client.VoiceClient;
import io.realtimevoice.client.VoiceStream;
import io.realtimevoice.protocol.ServerMessage;
import io.realtimevoice.sample.SampleProcess;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server is in a process of its own, so what is counted here is the clients' alone. */
@Tag("load")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManyClientsInOneJvmTest {

  private static final int CLIENTS = 2_000;

  /** 2 that work, 8 that wait for handshakes and are gone soon, 5 of Tyrus. */
  private static final int MOST_THREADS = 15;

  private static final int FRAMES = 5;
  private static final int FRAME_BYTES = 640;

  /** For a machine of any speed. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void needAHandfulOfThreads() throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long memoryBefore = usedMemory();
    List<VoiceClient> clients = new ArrayList<>();
    try (SampleProcess server = new SampleProcess("0")) {
      URI uri = URI.create(server.await("ws://").strip().split(" ", -1)[0]);
      server.readOn();
      int threadsBefore = threads.getThreadCount();
      threads.resetPeakThreadCount();
      long begun = System.nanoTime();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(VoiceClient.builder(uri).welcomeTimeout(PATIENCE).silence(PATIENCE).build());
      }
      List<CompletionStage<ServerMessage.Welcome>> connecting =
          clients.stream().map(VoiceClient::connect).toList();
      for (CompletionStage<ServerMessage.Welcome> each : connecting) {
        await(each);
      }
      long connected = System.nanoTime();
      long memory = usedMemory() - memoryBefore;
      talk(clients);
      long talked = System.nanoTime();
      int peak = threads.getPeakThreadCount() - threadsBefore;
      System.out.printf(
          "%d clients: READY after %d ms, %d frames each after %d ms more, %d bytes of heap each,"
              + " at most %d threads%n",
          CLIENTS,
          TimeUnit.NANOSECONDS.toMillis(connected - begun),
          FRAMES,
          TimeUnit.NANOSECONDS.toMillis(talked - connected),
          memory / CLIENTS,
          peak);

      assertTrue(peak <= MOST_THREADS, () -> peak + " threads");
      assertEquals(CLIENTS, clients.stream().filter(VoiceClient::isConnected).count());
      assertEquals(0, clients.stream().mapToInt(VoiceClient::retries).sum());
    } finally {
      for (VoiceClient each : clients) {
        await(each.closeAsync());
      }
    }
  }

  private static void talk(List<VoiceClient> clients) throws Exception {
    List<CompletionStage<ServerMessage.Stopped>> talks =
        clients.stream()
            .map(client -> client.start(StartFields.DEFAULT.engineType("tones")))
            .map(starting -> starting.thenCompose(stream -> talk(stream, FRAMES)))
            .toList();
    for (CompletionStage<ServerMessage.Stopped> each : talks) {
      assertEquals(FRAMES * FRAME_BYTES, await(each).audioSize());
    }
  }

  private static CompletionStage<ServerMessage.Stopped> talk(VoiceStream stream, int frames) {
    return frames == 0
        ? stream.stop()
        : stream
            .send(ByteBuffer.allocate(FRAME_BYTES))
            .thenCompose(sent -> talk(stream, frames - 1));
  }

  private static long usedMemory() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}

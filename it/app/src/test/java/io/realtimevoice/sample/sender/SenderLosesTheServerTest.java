package io.realtimevoice.sample.sender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.protocol.Protocol;
import io.realtimevoice.sample.embedded.EmbeddedServer;
import io.realtimevoice.sample.tones.WavFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SenderLosesTheServerTest {

  private static final int TEN_MINUTES = 600 * 8_000;

  @TempDir Path folder;

  @Test
  void andTellsThatTheServerHasEndedTheStream() throws Exception {
    Path file = folder.resolve("long.wav");
    Files.write(file, WavFile.bytes(new short[TEN_MINUTES], 8_000));
    Printed printed = new Printed();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (EmbeddedServer server = EmbeddedServer.start(0)) {
      String url = server.uri() + Protocol.STREAM_PATH;
      Future<Integer> exitCode =
          thread.submit(
              () -> WavSender.run(new PrintStream(printed, true, UTF_8), file.toString(), url));
      printed.ready.join();
      server.close();

      assertEquals(1, exitCode.get());
      String all = printed.toString(UTF_8);
      assertTrue(all.contains("\"stopped\""), printed::toString);
      assertTrue(all.contains("(the server has ended the stream)"), printed::toString);
      assertTrue(all.contains("\"resumeToken\":\"…\""), printed::toString);
    } finally {
      thread.shutdownNow();
    }
  }

  private static final class Printed extends ByteArrayOutputStream {
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      super.write(bytes, offset, length);
      if (toString(UTF_8).contains("\"ready\"")) {
        ready.complete(null);
      }
    }
  }
}

package io.realtimevoice.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.sample.tones.WavFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SampleRunsFromTheCommandLineTest {

  private static final int TERMINATED = 128 + 15;
  private static final int GOING_AWAY = 1001;

  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void andSaysGoodbyeToItsClientsWhenItIsTerminated() throws Exception {
    try (SampleProcess sample = new SampleProcess("0")) {
      URI uri = URI.create(sample.await("ws://").strip().split(" ", -1)[0]);
      sample.await("Ctrl-C");
      Closing closing = new Closing();
      HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(uri, closing).join();
      closing.welcomed.join();
      sample.terminate();

      assertEquals(GOING_AWAY, closing.code.join());
      assertEquals(TERMINATED, sample.exitCode());
      assertFalse(sample.output().contains("Exception"), sample::output);
    }
  }

  @Test
  void unlessItsPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SampleProcess sample = new SampleProcess(Integer.toString(taken.getLocalPort()))) {
      assertEquals(1, sample.exitCode());
      assertTrue(
          sample
              .output()
              .contains("no server on port " + taken.getLocalPort() + ": Address already in use"),
          sample::output);
      assertFalse(sample.output().contains("\tat "), sample::output);
    }
  }

  @Test
  void orTellsHowItIsUsed() throws InterruptedException {
    assertEquals(0, run("--help"));

    assertTrue(output().startsWith("Usage:"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "-1", "65536", "123456", "8080 8081", "--port"})
  void orSaysThatItsArgumentsAreWrong(String arguments) throws InterruptedException {
    assertEquals(2, run(arguments.split(" ", -1)));

    assertTrue(output().startsWith("Usage:"));
  }

  @Test
  void orWritesTones() throws Exception {
    Path file = folder.resolve("tones.wav");

    assertEquals(0, run("tones", "12#", file.toString()));
    assertEquals(32_000, WavFile.bytesPerSecond(file));
    assertEquals("", output());
  }

  @Test
  void orSaysWhichKeysHaveTones() throws InterruptedException {
    assertEquals(2, run("tones", "12x", folder.resolve("tones.wav").toString()));

    assertEquals("no telephone has the key x, only 123A456B789C*0#D", output().strip());
  }

  @Test
  void orSaysWhatTonesNeeds() throws InterruptedException {
    assertEquals(2, run("tones", "12"));

    assertTrue(output().startsWith("tones needs some keys"));
  }

  @Test
  void orSaysThatTheTonesCannotBeWritten() throws InterruptedException {
    assertEquals(1, run("tones", "12", folder.resolve("no/such/folder.wav").toString()));

    assertTrue(output().startsWith("cannot write"), this::output);
  }

  private int run(String... arguments) throws InterruptedException {
    return Main.run(new PrintStream(printed, true, UTF_8), arguments);
  }

  private String output() {
    return printed.toString(UTF_8);
  }

  private static final class Closing implements WebSocket.Listener {
    private final CompletableFuture<CharSequence> welcomed = new CompletableFuture<>();
    private final CompletableFuture<Integer> code = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      welcomed.complete(data);
      return WebSocket.Listener.super.onText(socket, data, last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
      code.complete(statusCode);
      return WebSocket.Listener.super.onClose(socket, statusCode, reason);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      code.completeExceptionally(error);
    }
  }
}

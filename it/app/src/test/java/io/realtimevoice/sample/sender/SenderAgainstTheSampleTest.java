package io.realtimevoice.sample.sender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.protocol.Protocol;
import io.realtimevoice.sample.embedded.EmbeddedServer;
import io.realtimevoice.sample.tones.ToneSynth;
import io.realtimevoice.sample.tones.WavFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SenderAgainstTheSampleTest {

  private static final String KEYS = "0123456789*#ABCD";
  private static final Pattern FRAME = Pattern.compile("\\(audio, (\\d+) bytes\\)");

  @TempDir static Path folder;
  private static EmbeddedServer server;
  private static String url;
  private static Path tones;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeAll
  static void startServer() throws IOException {
    server = EmbeddedServer.start(0);
    url = server.uri() + Protocol.STREAM_PATH;
    tones = folder.resolve("tones.wav");
    Files.write(tones, WavFile.bytes(ToneSynth.at(16_000).keys(KEYS), 16_000));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  void getsTheTextForBinaryMessages() throws InterruptedException {
    assertEquals(0, send("--speed", "0", tones.toString(), url));

    assertTextInOrder("\"welcome\"", "\"ready\"", "\"result\"", "\"stopped\"");
    assertTrue(output().contains("\"text\":\"" + KEYS + "\""), this::output);
    assertTrue(output().contains("\"audioSize\":" + (44 + 2 * 42_240)), this::output);
  }

  @Test
  void getsTheTextForJsonMessages() throws InterruptedException {
    assertEquals(0, send("--speed", "0", "--json", tones.toString(), url));

    assertTextInOrder("\"welcome\"", "\"ready\"", "\"result\"", "\"stopped\"");
    assertTrue(output().contains("\"text\":\"" + KEYS + "\""), this::output);
  }

  @Test
  void getsTheAudioBackFromTheLoopback() throws InterruptedException, IOException {
    Path shortFile = folder.resolve("short.wav");
    byte[] file = WavFile.bytes(new short[2_000], 16_000);
    Files.write(shortFile, file);

    assertEquals(0, send("--speed", "1", "--engine", "loopback", shortFile.toString(), url));
    int bytes = 0;
    for (Matcher frames = FRAME.matcher(output()); frames.find(); ) {
      bytes += Integer.parseInt(frames.group(1));
    }
    assertEquals(file.length, bytes, this::output);
  }

  @Test
  void tellsAnHttpStatus() throws InterruptedException {
    assertEquals(1, send(tones.toString(), server.uri() + "/nowhere"));

    assertTrue(output().startsWith("failed: NOT_FOUND (HTTP 404"), this::output);
  }

  @Test
  void tellsThatNobodyListens() throws InterruptedException, IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    assertEquals(1, send(tones.toString(), "ws://127.0.0.1:" + port + "/"));
    assertTrue(output().startsWith("failed: CONNECTION_REFUSED ("), this::output);
  }

  @Test
  void tellsWhatIsWrongWithTheFile() throws InterruptedException, IOException {
    Path text = Files.writeString(folder.resolve("text.wav"), "This is no audio at all.");

    assertEquals(2, send(text.toString(), url));
    assertEquals("no WAV file: it begins with This and no a, not RIFF and WAVE", output().strip());
  }

  @Test
  void tellsThatThereIsNoFile() throws InterruptedException {
    assertEquals(2, send("nowhere.wav", url));

    assertEquals("there is no file nowhere.wav", output().strip());
  }

  @Test
  void tellsWhatIsWrongWithTheArguments() throws InterruptedException {
    assertEquals(2, send("--loud", tones.toString(), url));

    assertEquals("there is no option --loud", output().strip());
    assertFalse(output().contains("Exception"));
  }

  private int send(String... arguments) throws InterruptedException {
    return WavSender.run(new PrintStream(printed, true, UTF_8), arguments);
  }

  private String output() {
    return printed.toString(UTF_8);
  }

  private void assertTextInOrder(String... parts) {
    int at = 0;
    for (String part : parts) {
      at = output().indexOf(part, at);
      assertTrue(at >= 0, () -> part + " is missing, or too early, in " + output());
    }
  }
}

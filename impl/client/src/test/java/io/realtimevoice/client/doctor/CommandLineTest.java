package io.realtimevoice.client.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.diagnosis.Verdict;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  private static final String SECRET = "s3cr3t";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void endsWithOneLineThatSaysAll() throws Exception {
    assertEquals(1, run(false, "--lang", "en", refused()));

    String text = out.toString(UTF_8);
    assertTrue(
        text.contains(
            "Nothing listens at this address. [CONNECTION_REFUSED, high confidence] evidence:"
                + " Connection refused; who can mend it: the operator"),
        text);
    assertFalse(text.contains(SECRET), text);
    assertFalse(text.contains("\u001b"), text);
  }

  @Test
  void speaksChinese() throws Exception {
    assertEquals(1, run(false, "--lang", "zh", refused()));

    assertTrue(out.toString(UTF_8).contains("由谁解决： 运维"), out.toString(UTF_8));
  }

  @Test
  void hasColoursOnATerminal() throws Exception {
    run(true, "--lang", "en", refused());

    assertTrue(out.toString(UTF_8).contains("\u001b[31m[FAILED]\u001b[0m"), out.toString(UTF_8));
  }

  @Test
  void speaksToProgramsInOneObject() throws Exception {
    assertEquals(1, run(false, "--json", "--lang", "en", refused()));

    JsonObject answer = Json.object(out.toString(UTF_8)).orElseThrow();
    assertEquals("CONNECTION_REFUSED", answer.getString("verdict"));
    assertEquals("HIGH", answer.getString("confidence"));
    assertEquals(1, answer.getInt("exitCode"));
    assertEquals("name", answer.getJsonArray("steps").getJsonObject(0).getString("step"));
    assertFalse(out.toString(UTF_8).contains(SECRET));
  }

  @Test
  void writesABundleWithoutSecrets(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("bundle.zip");
    run(false, "--bundle", file.toString(), "--lang", "en", refused());

    List<String> names = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        names.add(each.getName());
        String content = new String(zip.readAllBytes(), UTF_8);
        assertFalse(content.isEmpty());
        assertFalse(content.contains(SECRET), content);
      }
    }
    assertEquals(List.of("doctor.json", "doctor.txt", "timeline.json", "versions.json"), names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://host/s3cr3t",
        "wss://user:s3cr3t@host/",
        "wss:///s3cr3t",
        "s3cr3t",
        "wss://host/ s3cr3t",
      })
  void doesNotRepeatAUrlThatItCannotRead(String url) throws Exception {
    assertEquals(5, run(false, "--lang", "en", url));

    assertTrue(out.toString(UTF_8).contains(Verdict.BAD_URL.name()));
    assertFalse(out.toString(UTF_8).contains(SECRET));
    assertFalse(err.toString(UTF_8).contains(SECRET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--what ws://h/",
        "ws://h/ ws://h/",
        "--lang fr ws://h/",
        "--lang",
        "--hold 3 ws://h/",
        "--timeout 0s ws://h/",
        "--origin",
        "--insecure ws://h/",
        "--diagnostics-token",
        "--diagnostics-token s3cr3t-of-the-operator ws://h/",
        "--diagnostics-token env:NO_SUCH_VARIABLE_HERE ws://h/",
        "--diagnostics-token file:no/such/file ws://h/",
      })
  void explainsItselfWhereItWasUsedWrongly(String arguments) throws Exception {
    assertEquals(5, run(false, arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)));

    assertTrue(err.toString(UTF_8).contains("Usage:"));
    assertFalse(err.toString(UTF_8).contains(SECRET));
    assertEquals("", out.toString(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"wss, DOMAIN_NOT_ALLOWED, HIGH", "ws, NOT_WSS, HIGH"})
  void looksWithTheEyesOfAMiniProgramOnRequest(String scheme, String verdict, String confidence)
      throws Exception {
    String url = refused().replace("ws:", scheme + ":");
    run(false, "--json", "--mini-program", "--lang", "en", url);
    JsonObject step = first(out.toString(UTF_8));

    assertEquals("mini_program", step.getString("step"));
    assertTrue(step.getBoolean("ok"));
    assertEquals(verdict, step.getJsonObject("finding").getString("verdict"));
    assertEquals(confidence, step.getJsonObject("finding").getString("confidence"));
    out.reset();
    run(false, "--json", "--lang", "en", url);
    assertEquals("name", first(out.toString(UTF_8)).getString("step"));
  }

  @Test
  void asksNothingOfAServerThatItDoesNotReach(@TempDir Path folder) throws Exception {
    Path token = Files.writeString(folder.resolve("token"), SECRET + "\n");
    assertEquals(1, run(false, "--diagnostics-token", "file:" + token, "--lang", "en", refused()));

    assertFalse(out.toString(UTF_8).contains(SECRET));
    assertFalse(err.toString(UTF_8).contains(SECRET));
  }

  @Test
  void explainsItselfOnRequest() throws Exception {
    assertEquals(0, run(false, "--help"));

    assertEquals(Options.USAGE, out.toString(UTF_8));
  }

  private int run(boolean colours, String... arguments) throws Exception {
    return new Doctor(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            colours,
            Trust.in(null))
        .run(arguments);
  }

  private static JsonObject first(String answer) {
    return Json.object(answer).orElseThrow().getJsonArray("steps").getJsonObject(0);
  }

  private static String refused() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket free = new ServerSocket(0, 1, loopback)) {
      return "ws://127.0.0.1:" + free.getLocalPort() + "/x?token=" + SECRET;
    }
  }
}

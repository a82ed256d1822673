package io.realtimevoice.sample.embedded;

import static io.realtimevoice.sample.embedded.DiagnosedServer.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.client.StartFields;
import io.realtimevoice.client.VoiceClient;
import io.realtimevoice.client.VoiceListener;
import io.realtimevoice.client.VoiceProblem;
import io.realtimevoice.client.VoiceStream;
import io.realtimevoice.client.doctor.Doctor;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a supporter gets of a connection that has failed, from the server and from the doctor. */
class BundleHoldsBothSidesTest {

  private static final String TOKEN = "0123456789-of-the-operator";
  private static final String[] BEARER = {"Authorization", "Bearer " + TOKEN};
  private static final long GENEROUS_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void whenAClientHasFailedAndReportedIt() throws Exception {
    try (DiagnosedServer server =
        DiagnosedServer.with(
            Map.of("diagnostics", "on", "diagnostics-token", TOKEN, "max-text-chars", "1024"))) {
      fail(server);
      JsonObject bundle = reported(server);
      String text = bundle.toString();

      JsonObject connection = bundle.getJsonObject("connection");
      assertTrue(
          events(connection.getJsonArray("timeline"))
              .containsAll(
                  List.of("open", "welcome_attempted", "welcome_sent", "hello", "start", "close")),
          text);
      assertEquals(1009, connection.getInt("closeCode"));
      assertEquals("server", connection.getString("closedBy"));
      JsonObject report = connection.getJsonObject("clientReport");
      assertEquals(
          List.of(
              "connecting",
              "open",
              "hello",
              "welcome",
              "ready",
              "start",
              "started",
              "error",
              "lost"),
          events(report.getJsonArray("timeline")).stream().distinct().toList());
      assertEquals("TOO_BIG", report.getString("verdict"));
      assertEquals(connection.getString("sessionId"), report.getString("sessionId"));
      assertTrue(
          connection
              .getJsonObject("diagnosis")
              .getJsonArray("evidence")
              .toString()
              .contains("the client reports the same"),
          text);

      JsonObject asked = bundle.getJsonObject("asked");
      assertFalse(asked.getString("when").isEmpty());
      assertEquals(connection.getString("connectionId"), asked.getString("connectionId"));
      assertEquals("TOO_BIG", asked.getString("verdict"));
      assertEquals("TOO_BIG", asked.getString("clientVerdict"));
      assertFalse(asked.getJsonObject("client").getBoolean("webPage"), text);

      JsonObject settings = bundle.getJsonObject("settings");
      assertEquals("(not shown)", settings.getString("realtime-voice.diagnostics-token"));
      assertEquals("1024", settings.getString("realtime-voice.max-text-chars"));
      assertTrue(
          bundle
              .getJsonObject("versions")
              .keySet()
              .containsAll(List.of("channel", "protocol", "container", "java", "os")),
          text);
      assertFalse(text.contains(TOKEN), text);
    }
  }

  @Test
  void whenTheDoctorMayAskForTheServersTimeline() throws Exception {
    try (DiagnosedServer server =
        DiagnosedServer.with(Map.of("diagnostics", "on", "diagnostics-token", TOKEN))) {
      Map<String, String> files = examine(server, TOKEN);

      JsonObject timeline = object(files.get("server.json"));
      assertTrue(
          events(timeline.getJsonArray("timeline"))
              .containsAll(List.of("open", "welcome_sent", "welcome_acknowledged", "hello")),
          timeline::toString);
      assertTrue(
          files.get("doctor.json").contains(timeline.getString("connectionId")), files::toString);
      assertFalse(files.toString().contains(TOKEN), files::toString);
    }
  }

  @Test
  void andNotWhenItMayNot() throws Exception {
    try (DiagnosedServer server =
        DiagnosedServer.with(Map.of("diagnostics", "on", "diagnostics-token", TOKEN))) {
      Map<String, String> files = examine(server, "another-token-of-nobody");

      assertFalse(files.containsKey("server.json"));
      assertTrue(
          files.get("output").contains("the server's own timeline cannot be had: HTTP 401"),
          files::toString);
    }
  }

  /** By audio in a message that is longer than the server takes. */
  private static void fail(DiagnosedServer server) throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (VoiceClient client =
        VoiceClient.builder(ws(server))
            .maxRetries(0)
            .audioAsText()
            .listener(
                new VoiceListener() {
                  @Override
                  public void onFinal(VoiceProblem problem) {
                    over.countDown();
                  }
                })
            .build()) {
      CompletionStage<VoiceStream> starting =
          client
              .connect()
              .thenCompose(welcome -> client.start(StartFields.DEFAULT.engineType("tones")));
      CompletionStage<Void> sending =
          starting.thenCompose(stream -> stream.send(ByteBuffer.allocate(4_000)));
      assertTrue(over.await(GENEROUS_SECONDS, TimeUnit.SECONDS), sending::toString);
    }
  }

  /** A report comes when it comes. */
  private static JsonObject reported(DiagnosedServer server) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GENEROUS_SECONDS);
    JsonObject bundle = JsonObject.EMPTY_JSON_OBJECT;
    while (System.nanoTime() < end) {
      JsonArray unwell = json(server.get("summary", BEARER)).getJsonArray("latestNotHealthy");
      if (!unwell.isEmpty()) {
        String id = unwell.getJsonObject(0).getString("connectionId");
        bundle = json(server.get("bundle/" + id, BEARER));
        if (!bundle.getJsonObject("asked").isNull("clientVerdict")) {
          return bundle;
        }
      }
    }
    throw new AssertionError("no report: " + bundle);
  }

  /** What is in the bundle, and what was printed. */
  private Map<String, String> examine(DiagnosedServer server, String token) throws Exception {
    Path file = folder.resolve("bundle.zip");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Doctor.class.getName(),
            "--hold",
            "0s",
            "--bundle",
            file.toString(),
            "--diagnostics-token",
            "env:OPERATOR",
            ws(server).toString());
    builder.environment().put("OPERATOR", token);
    Process doctor = builder.redirectErrorStream(true).start();
    Map<String, String> files = new TreeMap<>();
    files.put("output", new String(doctor.getInputStream().readAllBytes(), UTF_8));
    assertEquals(0, doctor.waitFor(), files::toString);
    files.putAll(unzipped(file));
    assertNotEquals(1, files.size());
    return files;
  }

  private static Map<String, String> unzipped(Path file) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        files.put(each.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return files;
  }

  private static URI ws(DiagnosedServer server) {
    String http = server.http("/realtime-voice/stream").toString();
    return URI.create("ws" + http.substring("http".length()));
  }

  private static JsonObject object(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static List<String> events(JsonArray timeline) {
    return timeline.getValuesAs(JsonObject.class).stream()
        .map(entry -> entry.getString("event"))
        .toList();
  }
}

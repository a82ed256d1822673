package io.realtimevoice.sample.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets in all that a client can send, and in the settings: none of them is in the log, in the
 * events of the JDK's Flight Recorder, or in anything that the diagnostics give.
 */
class SecretsStayInsideTest {

  private static final String SECRET = "s3cr3t";
  private static final String TOKEN = SECRET + "-of-the-operator";
  private static final String NONCE = SECRET + "-nonce";

  private final Logged log = new Logged();
  @TempDir Path folder;

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void whereverTheyWerePlanted() throws Exception {
    List<String> seen = new ArrayList<>();
    Set<String> resumeTokens = new TreeSet<>();
    Path events = folder.resolve("events.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("io.realtimevoice.StepEvent");
      recording.enable("io.realtimevoice.ConnectionEvent");
      recording.start();
      try (DiagnosedServer server =
          DiagnosedServer.with(Map.of("diagnostics", "on", "diagnostics-token", TOKEN))) {
        resumeTokens.add(talk(server));
        String id = server.closed(NONCE).getString("connectionId");
        server.post("report", report("HIGH"));
        for (String page : List.of("connections/" + id, "bundle/" + id, "summary")) {
          String body = server.get(page, "Authorization", "Bearer " + TOKEN).body();
          assertTrue(body.contains(id) || page.equals("summary"), body);
          seen.add(body);
        }
        seen.add(server.get("hello/" + NONCE).body());
        seen.add(server.get("summary", "Authorization", "Bearer " + SECRET).body());
      }
      recording.dump(events);
    }
    List<RecordedEvent> recorded = RecordingFile.readAllEvents(events);
    recorded.forEach(event -> seen.add(event.toString()));
    seen.add(new String(Files.readAllBytes(events), UTF_8));
    seen.addAll(log.lines());

    assertTrue(recorded.stream().anyMatch(e -> e.toString().contains("WELCOME_SENT")));
    assertTrue(recorded.stream().anyMatch(e -> e.toString().contains("HEALTHY")));
    assertTrue(log.lines().stream().anyMatch(line -> line.startsWith("RV0102 ")));
    for (String text : seen) {
      assertFalse(text.toLowerCase(Locale.ROOT).contains(SECRET), text);
      resumeTokens.forEach(token -> assertFalse(text.contains(token), text));
    }
  }

  /** Says secrets in all ways that there are; gives the resume token, another secret. */
  private static String talk(DiagnosedServer server) throws InterruptedException {
    DiagnosedServer.Client client =
        server.connect(
            "?token=" + SECRET + "-query&" + SECRET + "=1",
            "Authorization",
            "Bearer " + SECRET + "-header",
            "Cookie",
            "JSESSIONID=" + SECRET + "-cookie",
            "User-Agent",
            "Mozilla/5.0 " + SECRET + "-agent",
            "X-Forwarded-For",
            SECRET + "-forwarded",
            "X-Api-Key",
            SECRET + "-key");
    client.say("{\"type\":\"hello\",\"version\":1,\"nonce\":\"" + NONCE + "\"}");
    Matcher token =
        Pattern.compile("\"resumeToken\":\"([^\"]+)\"").matcher(client.hears("resumeToken"));
    assertTrue(token.find());
    client.say("no JSON " + SECRET);
    client.say("{\"type\":\"" + SECRET + " type\"}");
    client.say("{\"type\":\"hello\",\"locale\":\"" + SECRET + "-locale\"}");
    client.say(report(SECRET));
    client.say(
        "{\"type\":\"resume\",\"sessionId\":\""
            + SECRET
            + "-session\",\"resumeToken\":\""
            + SECRET
            + "-resume\",\"received\":0}");
    client.hears("RESUME_LOST");
    client.leave();

    DiagnosedServer.Client other = server.connect("?token=" + SECRET);
    other.hears("welcome");
    other.say(
        "{\"type\":\"start\",\"userId\":\"u\",\"token\":\""
            + SECRET
            + "-token\",\"own\":\""
            + SECRET
            + "-field\"}");
    other.hears("ready");
    other.play(SECRET.getBytes(UTF_8));
    other.say("{\"type\":\"stop\"}");
    other.hears("stopped");
    other.leave();
    return token.group(1);
  }

  private static String report(String name) {
    return "{\"type\":\"report\",\"verdict\":\""
        + name
        + " "
        + SECRET
        + "\",\"confidence\":\""
        + SECRET
        + "\",\"nonce\":\""
        + NONCE
        + "\",\"sessionId\":\""
        + SECRET
        + "\",\""
        + SECRET
        + "\":1,\"timeline\":[{\"at\":1,\"event\":\"open\",\"verdict\":\""
        + SECRET
        + "\"},{\"at\":2,\"event\":\""
        + SECRET
        + "\"},\""
        + SECRET
        + "\"]}";
  }
}

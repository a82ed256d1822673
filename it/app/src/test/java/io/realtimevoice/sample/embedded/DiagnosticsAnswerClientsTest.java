package io.realtimevoice.sample.embedded;

import static io.realtimevoice.sample.embedded.DiagnosedServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a client may ask over HTTP, of the real server. */
class DiagnosticsAnswerClientsTest {

  private static final Map<String, String> ON = Map.of("diagnostics", "on");

  @Test
  void thatHttpReachesTheApplicationEvenWhenTheyAreOff() throws Exception {
    try (DiagnosedServer server = DiagnosedServer.with(Map.of())) {
      HttpResponse<String> answer = server.get("ping");

      assertEquals(200, answer.statusCode());
      assertEquals(1, json(answer).getInt("realtimeVoice"));
      assertTrue(json(answer).getJsonNumber("timestamp").longValue() > 0);
      assertEquals("application/json", header(answer, "content-type"));
      assertEquals("no-store", header(answer, "cache-control"));
      assertEquals("nosniff", header(answer, "x-content-type-options"));
      assertEquals("*", header(answer, "access-control-allow-origin"));
    }
  }

  @Test
  void nothingElseWhenTheyAreOff() throws Exception {
    try (DiagnosedServer server = DiagnosedServer.with(Map.of())) {
      for (String page : new String[] {"hello/n", "connections/c", "summary", "bundle/c", ""}) {
        HttpResponse<String> answer = server.get(page);
        assertEquals(404, answer.statusCode(), page);
        assertEquals("{}", answer.body(), page);
      }
      assertEquals(404, server.post("report", "{\"type\":\"report\"}").statusCode());
    }
  }

  @Test
  void whetherTheirHelloWasSeenAndTheWelcomeWritten() throws Exception {
    try (DiagnosedServer server = DiagnosedServer.with(ON)) {
      DiagnosedServer.Client client = server.connect("");
      client.say("{\"type\":\"hello\",\"version\":1,\"nonce\":\"n-1\"}");
      client.hears("n-1");
      HttpResponse<String> answer = server.get("hello/n-1");
      JsonObject seen = json(answer);

      assertEquals(200, answer.statusCode());
      assertEquals("*", header(answer, "access-control-allow-origin"));
      assertTrue(seen.getBoolean("helloSeen"));
      JsonObject welcome = seen.getJsonObject("welcome");
      assertTrue(welcome.getInt("attempts") >= 1, seen::toString);
      assertTrue(welcome.getInt("sentMs") >= 0, seen::toString);
      assertTrue(seen.isNull("closeCode") && seen.isNull("closedMs"), seen::toString);
      assertEquals("HEALTHY", seen.getString("verdict"));

      client.leave();
      JsonObject after = server.closed("n-1");
      assertEquals(1000, after.getInt("closeCode"));
      assertEquals("HEALTHY", after.getString("verdict"));
      assertEquals(seen.getString("connectionId"), after.getString("connectionId"));
    }
  }

  @Test
  void thatNoSuchHelloWasSeen() throws Exception {
    try (DiagnosedServer server = DiagnosedServer.with(ON)) {
      HttpResponse<String> answer = server.get("hello/none");

      assertEquals(404, answer.statusCode());
      assertEquals("{\"helloSeen\":false}", answer.body());
    }
  }

  @Test
  void thatAReportWasTakenOrWhyNot() throws Exception {
    try (DiagnosedServer server = DiagnosedServer.with(ON)) {
      assertEquals(204, server.post("report", "{\"type\":\"report\"}").statusCode());
      assertEquals(400, server.post("report", "{\"type\":\"stop\"}").statusCode());
      assertEquals(400, server.post("report", "no JSON").statusCode());
      assertEquals(413, server.post("report", " ".repeat(32 * 1024 + 1)).statusCode());
      assertEquals(405, server.get("report").statusCode());
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("").replaceFirst(";.*", "");
  }
}

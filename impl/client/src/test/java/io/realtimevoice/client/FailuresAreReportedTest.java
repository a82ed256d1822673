package io.realtimevoice.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.client.FakeServer.Connection;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresAreReportedTest {

  private final Fixture client = new Fixture();

  @Test
  void onTheNextConnectionThatIsReady() {
    client.connect();
    client.server.connection().open();
    client.clock.advance(6_000);
    Connection next = client.server.connection();
    next.open();
    assertEquals(List.of("hello"), next.types());
    next.welcome();

    assertEquals(List.of("hello", "report"), next.types());
    assertEquals(
        json(
            """
            {"type":"report","verdict":"SERVER_SILENT","confidence":"MEDIUM","nonce":"n-1",
             "timeline":[
              {"at":0,"event":"connecting"},
              {"at":0,"event":"open"},
              {"at":0,"event":"hello","number":1},
              {"at":800,"event":"hello","number":2},
              {"at":1600,"event":"hello","number":3},
              {"at":3200,"event":"hello","number":4},
              {"at":4000,"event":"silent","verdict":"SERVER_SILENT"},
              {"at":4000,"event":"failed","verdict":"SERVER_SILENT"}]}
            """),
        next.message(1));
    assertTrue(client.server.reports.isEmpty());
  }

  @Test
  void withTheSessionAndTheCloseCodeOfOneThatWasLost() {
    client.connected().lose(4480);
    client.clock.advance(2_000);
    client.server.connection().openAndWelcome();

    JsonObject report = client.server.connection().message(1);
    assertEquals("s", report.getString("sessionId"));
    assertEquals("HALF_OPEN", report.getString("verdict"));
    JsonObject last = report.getJsonArray("timeline").getJsonObject(5);
    assertEquals(
        json("{\"at\":0,\"event\":\"lost\",\"verdict\":\"HALF_OPEN\",\"code\":4480}"), last);
  }

  @Test
  void onceAndTheLatestThreeOnly() {
    client.server.whenConnecting = socket -> client.clock.after(0, () -> socket.lose(1006));
    for (int i = 0; i < 2; i++) {
      client.connect();
      client.clock.advance(60_000);
    }
    assertEquals(6, client.server.reports.size());
    assertEquals("n-2", json(client.server.reports.get(0)).getString("nonce"));
    assertEquals("n-8", json(client.server.reports.get(5)).getString("nonce"));

    client.server.whenConnecting = socket -> {};
    client.connected();
    assertEquals(List.of("hello"), client.server.connection().types());
  }

  @Test
  void notToAnOlderServer() {
    client.connected().lose(1006);
    client.clock.advance(2_000);
    client.server.connection().open();
    client.server.connection().receive("{\"type\":\"welcome\",\"message\":\"hi\"}");

    assertEquals(ClientState.READY, client.state());
    assertFalse(client.server.connection().types().contains("report"));
  }

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }
}

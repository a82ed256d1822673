package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.OpenDiagnostics;
import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.VoiceWar;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class DiagnosticsAnswerOverHttpTest {

  private static final String NONCE = "a-nonce-of-the-test";

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive application() {
    return VoiceWar.of("diagnosed", ScriptedHandler.class, OpenDiagnostics.class);
  }

  @Test
  void aPingShowsThatHttpReachesTheApplication() throws Exception {
    HttpResponse<String> answer = get("/ping", "");

    assertEquals(200, answer.statusCode());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    assertEquals(1, json(answer).getInt("realtimeVoice"));
  }

  @Test
  void aClientLearnsWhetherItsHelloWasSeen() throws Exception {
    assertFalse(json(get("/hello/never-said", "")).getBoolean("helloSeen"));
    try (VoiceClient client = VoiceClient.connect(ChannelAddress.of(application).stream())) {
      client.awaitType("welcome");
      hello(client);
      JsonObject seen = json(get("/hello/" + NONCE, ""));

      assertTrue(seen.getBoolean("helloSeen"));
      assertTrue(seen.getJsonObject("welcome").getInt("sentMs") >= 0);
    }
  }

  @Test
  void anOperatorSeesAConnectionWithItsVerdict() throws Exception {
    String id;
    try (VoiceClient client = VoiceClient.connect(ChannelAddress.of(application).stream())) {
      client.awaitType("welcome");
      hello(client);
      id = json(get("/hello/" + NONCE, "")).getString("connectionId");
      client.close(1000, "");
      client.awaitClose();
    }

    assertEquals(401, get("/connections/" + id, "").statusCode());
    assertEquals(401, get("/connections/" + id, "another-token-of-some-length").statusCode());
    HttpResponse<String> answer = get("/connections/" + id, OpenDiagnostics.TOKEN);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("\"HEALTHY\""), answer.body());
    assertEquals(200, get("/summary", OpenDiagnostics.TOKEN).statusCode());
    HttpResponse<String> bundle = get("/bundle/" + id, OpenDiagnostics.TOKEN);
    assertEquals(200, bundle.statusCode());
    assertFalse(bundle.body().contains(OpenDiagnostics.TOKEN));
  }

  /** Answered with another welcome, so that it has been read when this returns. */
  private static void hello(VoiceClient client) throws Exception {
    client.send(
        Json.createObjectBuilder()
            .add("type", "hello")
            .add("version", 1)
            .add("nonce", NONCE)
            .build());
    client.await(message -> message.isOfType("welcome") && message.toString().contains(NONCE));
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    URI channel = ChannelAddress.of(application).endpoint("/realtime-voice/diagnostics" + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(channel.toString().replaceFirst("^ws", "http")));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return Json.createReader(new StringReader(answer.body())).readObject();
  }
}

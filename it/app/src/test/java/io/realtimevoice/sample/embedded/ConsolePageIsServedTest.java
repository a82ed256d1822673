package io.realtimevoice.sample.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsolePageIsServedTest {

  private static EmbeddedServer server;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedServer.start(0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "console.html,text/html",
    "console.css,text/css",
    "console.js,javascript",
    "client.js,javascript",
    "audio.js,javascript",
    "capture-worklet.js,javascript",
    "playback-worklet.js,javascript",
    "miniprogram.js,javascript"
  })
  void withTheTypesThatBrowsersWant(String file, String type) throws Exception {
    HttpResponse<String> response = get("/realtime-voice/" + file);

    assertEquals(200, response.statusCode());
    String given = response.headers().firstValue("content-type").orElse("");
    assertTrue(given.contains(type), given);
    assertTrue(response.body().length() > 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void toWhoAsksForTheApplication(String path) throws Exception {
    HttpResponse<String> response = get(path);

    assertEquals(302, response.statusCode());
    assertTrue(
        response
            .headers()
            .firstValue("location")
            .orElse("")
            .endsWith("/sample/realtime-voice/console.html"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/realtime-voice/none.html",
        "/realtime-voice/",
        "/realtime-voice/../MANIFEST.MF",
        "/realtime-voice/%2e%2e/%2e%2e/MANIFEST.MF",
        "/realtime-voice/..%2f..%2fMANIFEST.MF",
        "/none"
      })
  void andNothingElse(String path) throws Exception {
    assertTrue(get(path).statusCode() >= 400);
  }

  @Test
  void besideTheEndpoints() throws Exception {
    assertTrue(get("/realtime-voice/stream").statusCode() >= 400);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    String base = server.uri().toString().replaceFirst("^ws", "http");
    // As browsers do: to an offer of HTTP/2 Grizzly 4.0 answers without a content type.
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(
            HttpRequest.newBuilder(URI.create(base + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}

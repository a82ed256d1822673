package io.realtimevoice.sample.embedded;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The sample with settings, asked by HTTP and by WebSocket as any client would. */
final class DiagnosedServer implements AutoCloseable {

  private static final String PREFIX = "realtime-voice.";
  private static final long GENEROUS_SECONDS = 60;

  private final Map<String, String> settings;
  private final EmbeddedServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private DiagnosedServer(Map<String, String> settings) throws IOException {
    this.settings = settings;
    settings.forEach((name, value) -> System.setProperty(PREFIX + name, value));
    this.server = EmbeddedServer.start(0);
  }

  static DiagnosedServer with(Map<String, String> settings) throws IOException {
    return new DiagnosedServer(settings);
  }

  URI http(String path) {
    return URI.create("http" + server.uri().toString().substring("ws".length()) + path);
  }

  HttpResponse<String> get(String page, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(http(diagnostics(page)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> post(String page, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(http(diagnostics(page)))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  Client connect(String query, String... headers) {
    WebSocket.Builder builder = http.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    Client client = new Client();
    client.socket =
        builder
            .buildAsync(URI.create(server.uri() + "/realtime-voice/stream" + query), client)
            .join();
    return client;
  }

  /** Asks until the server has what is asked for: the close of a connection takes a moment. */
  JsonObject closed(String nonce) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GENEROUS_SECONDS);
    JsonObject seen = json(get("hello/" + nonce));
    while (seen.isNull("closedMs") && System.nanoTime() < end) {
      seen = json(get("hello/" + nonce));
    }
    return seen;
  }

  static JsonObject json(HttpResponse<String> response) {
    return Json.createReader(new StringReader(response.body())).readObject();
  }

  @Override
  public void close() {
    server.close();
    settings.keySet().forEach(name -> System.clearProperty(PREFIX + name));
  }

  private static String diagnostics(String page) {
    return "/realtime-voice/diagnostics/" + page;
  }

  /** Keeps what comes. */
  static final class Client implements WebSocket.Listener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final StringBuilder begun = new StringBuilder();
    private WebSocket socket;

    void say(String text) {
      socket.sendText(text, true).join();
    }

    /** Waits for a message with some text in it. */
    String hears(String part) throws InterruptedException {
      String text = "";
      while (text != null && !text.contains(part)) {
        text = texts.poll(GENEROUS_SECONDS, TimeUnit.SECONDS);
      }
      return text;
    }

    void play(byte... audio) {
      socket.sendBinary(ByteBuffer.wrap(audio), true).join();
    }

    void leave() {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      begun.append(data);
      if (last) {
        texts.add(begun.toString());
        begun.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}

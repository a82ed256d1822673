package io.realtimevoice.client.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.realtimevoice.client.execution.SharedThreads;
import io.realtimevoice.client.transport.Inquiry.Answer;
import io.realtimevoice.client.transport.Inquiry.Reach;
import io.realtimevoice.client.transport.Inquiry.Seen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiagnosticsAreAskedTest {

  private static final String PING = "{\"realtimeVoice\":1,\"timestamp\":2}";

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          if (!body.isEmpty()) {
            told.add(exchange.getRequestURI().getPath() + " " + body);
          }
          String answer = answers.get(exchange.getRequestURI().getPath());
          byte[] bytes = (answer == null ? "{}" : answer).getBytes(UTF_8);
          exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whetherTheHelloWasSeen() throws Exception {
    answers.put("/app/diagnostics/ping", PING);
    answers.put("/app/diagnostics/hello/n", "{\"helloSeen\":true,\"welcome\":{\"sentMs\":12}}");

    assertEquals(new Answer(Reach.APPLICATION, new Seen(true, true)), ask());
  }

  @Test
  void andNeedNotTell() throws Exception {
    answers.put("/app/diagnostics/ping", PING);

    assertEquals(new Answer(Reach.APPLICATION, null), ask());
  }

  @Test
  void orAreNotThere() throws Exception {
    answers.put("/app/diagnostics/ping", "<html>");

    assertEquals(new Answer(Reach.SOMETHING, null), ask());
  }

  @Test
  void orAreOutOfReach() throws Exception {
    server.stop(0);

    assertEquals(new Answer(Reach.NOTHING, null), ask());
  }

  @Test
  void andAreTold() throws Exception {
    inquiry().report("{\"type\":\"report\"}");

    assertEquals("/app/diagnostics/report {\"type\":\"report\"}", told.poll(1, TimeUnit.MINUTES));
  }

  @Test
  void andThePingAloneSaysThatTheApplicationIsThere() {
    assertFalse(Ping.isAnswered(base(), null, 10_000));
    answers.put("/app/diagnostics/ping", PING);

    assertTrue(Ping.isAnswered(base(), null, 10_000));
  }

  private Answer ask() throws Exception {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    inquiry().ask("n", answer::complete);
    return answer.get(1, TimeUnit.MINUTES);
  }

  private HttpInquiry inquiry() {
    return new HttpInquiry(base(), null, null, Duration.ofSeconds(30), SharedThreads.waiting());
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/app/diagnostics");
  }
}

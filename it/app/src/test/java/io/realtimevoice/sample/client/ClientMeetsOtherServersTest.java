package io.realtimevoice.sample.client;

import static io.realtimevoice.sample.client.Stages.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpServer;
import io.realtimevoice.client.TimelineEvent;
import io.realtimevoice.client.VoiceClient;
import io.realtimevoice.client.VoiceClientBuilder;
import io.realtimevoice.client.VoiceProblem;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.sample.embedded.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientMeetsOtherServersTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @ParameterizedTest
  @CsvSource({
    "200, UPGRADE_STRIPPED",
    "302, REDIRECTED",
    "401, UNAUTHORIZED",
    "403, FORBIDDEN",
    "404, NOT_FOUND",
    "418, HANDSHAKE_REFUSED",
    "426, UPGRADE_STRIPPED",
    "502, BAD_GATEWAY",
    "503, BAD_GATEWAY",
  })
  void thatAnswerInHttp(int status, Verdict verdict) throws IOException {
    HttpServer http = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    http.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    http.start();
    try (VoiceClient client = client(http.getAddress().getPort()).build()) {
      VoiceProblem problem = problem(client.connect());

      assertEquals(verdict, problem.verdict());
      assertEquals("HTTP " + status, problem.detail());
      assertFalse(problem.advice().isEmpty());
    } finally {
      http.stop(0);
    }
  }

  @Test
  void andGetTheHeadersOfTheApplication() throws IOException {
    HttpServer http = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    Queue<String> got = new ConcurrentLinkedQueue<>();
    http.createContext(
        "/",
        exchange -> {
          got.add(exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.sendResponseHeaders(403, -1);
          exchange.close();
        });
    http.start();
    try (VoiceClient client =
        client(http.getAddress().getPort()).header("Authorization", "Bearer x").build()) {
      problem(client.connect());

      assertEquals(List.of("Bearer x"), List.copyOf(got));
    } finally {
      http.stop(0);
    }
  }

  @Test
  void orHaveNothingAtThatPath() throws IOException {
    try (EmbeddedServer server = EmbeddedServer.start(0);
        VoiceClient client = client(server.uri().getPort()).build()) {
      assertEquals("HTTP 404", problem(client.connect()).detail());
    }
  }

  @Test
  void orAreNotThere() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, LOOPBACK)) {
      port = free.getLocalPort();
    }
    try (VoiceClient client = client(port).locale(Locale.CHINA).build()) {
      VoiceProblem problem = problem(client.connect());

      assertEquals(Verdict.CONNECTION_REFUSED, problem.verdict());
      assertEquals(Verdict.CONNECTION_REFUSED.title(Locale.CHINESE), problem.title());
    }
  }

  @Test
  void orHaveNoAddress() {
    try (VoiceClient client =
        VoiceClient.builder(URI.create("ws://nowhere.invalid/")).maxRetries(0).build()) {
      assertEquals(Verdict.DNS_FAILED, problem(client.connect()).verdict());
    }
  }

  @Test
  void orTakeTheConnectionAndSayNothing() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, LOOPBACK);
        VoiceClient client =
            client(silent.getLocalPort())
                .welcomeTimeout(Duration.ofMillis(300))
                .maxRetries(1)
                .retryDelay(Duration.ofMillis(10), Duration.ofMillis(10))
                .build()) {
      assertEquals(Verdict.HANDSHAKE_TIMED_OUT, problem(client.connect()).verdict());
      assertEquals(
          2,
          client.timeline().entries().stream()
              .filter(entry -> entry.event() == TimelineEvent.CONNECTING)
              .count());
    }
  }

  /** To it a TLS hello is the begin of a line, of which it awaits the end. */
  @Test
  void orSpeakNoTls() throws IOException {
    try (EmbeddedServer server = EmbeddedServer.start(0);
        VoiceClient client =
            VoiceClient.builder(
                    URI.create(
                        "wss://" + LOOPBACK.getHostAddress() + ":" + server.uri().getPort() + "/"))
                .welcomeTimeout(Duration.ofSeconds(3))
                .maxRetries(0)
                .build()) {
      assertEquals(Verdict.TLS_NOT_SPOKEN, problem(client.connect()).verdict());
    }
  }

  private static VoiceClientBuilder client(int port) {
    return VoiceClient.builder(
            URI.create("ws://" + LOOPBACK.getHostAddress() + ":" + port + "/nothing/here"))
        .maxRetries(0);
  }
}

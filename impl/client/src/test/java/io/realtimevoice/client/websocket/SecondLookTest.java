package io.realtimevoice.client.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class SecondLookTest {

  private static final String PING = "{\"realtimeVoice\":1}";
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void findsAServerThatConnectsAndDoesNotAnswer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, LOOPBACK)) {
      Failure failure = look("ws", silent.getLocalPort(), Failure.timeout());

      assertEquals(Verdict.HANDSHAKE_TIMED_OUT, failure.finding().verdict());
      assertEquals(Confidence.HIGH, failure.finding().confidence());
    }
  }

  @Test
  void findsAPortThatHasNoTls() throws IOException {
    Finding found = beside(404, "", "wss", Failure.timeout());

    assertEquals(Verdict.TLS_NOT_SPOKEN, found.verdict());
  }

  @Test
  void findsAnApplicationWhoseHandshakeWasStripped() throws IOException {
    Finding found = beside(200, PING, "ws", Failure.status(404));

    assertEquals(Verdict.UPGRADE_STRIPPED, found.verdict());
  }

  @Test
  void isLessSureOfThatWhereTheServerFails() throws IOException {
    Finding found = beside(200, PING, "ws", Failure.status(500));

    assertEquals(Verdict.UPGRADE_STRIPPED, found.verdict());
    assertEquals(Confidence.MEDIUM, found.confidence());
  }

  @Test
  void leavesAServerAloneThatFailsAltogether() throws IOException {
    Finding found = beside(500, "", "ws", Failure.status(500));

    assertEquals(Verdict.HANDSHAKE_REFUSED, found.verdict());
  }

  @Test
  void leavesAPathThatIsNotThereAlone() throws IOException {
    Finding found = beside(404, "", "ws", Failure.status(404));

    assertEquals(Verdict.NOT_FOUND, found.verdict());
  }

  @Test
  void isNotTakenBesideAProxy() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, LOOPBACK)) {
      HttpProxy proxy = new HttpProxy("proxy.example", 3128, null);
      URI uri = uri("ws", silent.getLocalPort());
      Route route = new Route(uri, null, proxy, Map.of(), 100, 10_000);
      Failure timeout = Failure.timeout();

      assertEquals(
          timeout, new SecondLook(route, Clock.systemUTC()).at(timeout, new TimeoutException()));
    }
  }

  /** What is found where plain HTTP is answered like that. */
  private static Finding beside(int status, String body, String scheme, Failure first)
      throws IOException {
    HttpServer http = http(status, body);
    try {
      return look(scheme, http.getAddress().getPort(), first).finding();
    } finally {
      http.stop(0);
    }
  }

  private static Failure look(String scheme, int port, Failure first) {
    Route route = new Route(uri(scheme, port), null, null, Map.of(), 100, 10_000);
    return new SecondLook(route, Clock.systemUTC()).at(first, new TimeoutException());
  }

  private static URI uri(String scheme, int port) {
    return URI.create(scheme + "://127.0.0.1:" + port + "/app/realtime-voice/stream");
  }

  private static HttpServer http(int status, String body) throws IOException {
    HttpServer http = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    http.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
          exchange.getResponseBody().write(body.getBytes(UTF_8));
          exchange.close();
        });
    http.start();
    return http;
  }
}

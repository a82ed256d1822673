package io.realtimevoice.sample.client;

import static io.realtimevoice.sample.client.Stages.await;
import static io.realtimevoice.sample.client.Stages.problem;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.client.VoiceClient;
import io.realtimevoice.client.VoiceClientBuilder;
import io.realtimevoice.client.VoiceProblem;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.Protocol;
import io.realtimevoice.sample.embedded.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientThroughAProxyTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final String HOST = LOOPBACK.getHostAddress();

  /** Of user and pass. */
  private static final Pattern AUTHORIZED =
      Pattern.compile("\r\nProxy-Authorization: *Basic dXNlcjpwYXNz\r\n");

  private static EmbeddedServer server;

  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private Relay proxy;

  @BeforeAll
  static void startServer() throws IOException {
    server = EmbeddedServer.start(0);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void startProxy() throws IOException {
    proxy = new Relay(new ServerSocket(0, 50, LOOPBACK), this::target);
  }

  @AfterEach
  void stopProxy() throws IOException {
    proxy.close();
  }

  @Test
  void asksItForTheServer() throws Exception {
    try (VoiceClient client =
        client("ws", server.uri().getPort()).proxy(HOST, proxy.port(), "user", "pass").build()) {
      await(client.connect());

      assertEquals(List.of(HOST + ":" + server.uri().getPort()), List.copyOf(asked));
    }
  }

  @Test
  void speaksTlsBehindIt(@TempDir Path folder) throws Exception {
    Certificate certificate = Certificate.of("ip:127.0.0.1", folder);
    try (Relay tls =
            new Relay(
                certificate.server().getServerSocketFactory().createServerSocket(0, 50, LOOPBACK),
                client -> new Socket(LOOPBACK, server.uri().getPort()));
        VoiceClient client =
            client("wss", tls.port())
                .sslContext(certificate.client())
                .proxy(HOST, proxy.port(), "user", "pass")
                .build()) {
      await(client.connect());

      assertEquals(List.of(HOST + ":" + tls.port()), List.copyOf(asked));
    }
  }

  @Test
  void saysThatItRefuses() {
    try (VoiceClient client =
        client("ws", server.uri().getPort()).proxy(HOST, proxy.port()).build()) {
      VoiceProblem problem = problem(client.connect());

      assertEquals(Verdict.CONNECT_FAILED, problem.verdict());
      assertTrue(problem.detail().contains("407"), problem::toString);
    }
  }

  private VoiceClientBuilder client(String scheme, int port) {
    return VoiceClient.builder(
            URI.create(
                scheme + "://" + HOST + ":" + port + server.uri().getPath() + Protocol.STREAM_PATH))
        .maxRetries(0);
  }

  /** Reads CONNECT, and answers it. */
  private Socket target(Socket client) throws IOException {
    String request = request(client);
    if (!AUTHORIZED.matcher(request).find()) {
      client
          .getOutputStream()
          .write("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n".getBytes(US_ASCII));
      return null;
    }
    String address = request.split(" ", -1)[1];
    asked.add(address);
    int colon = address.lastIndexOf(':');
    Socket target = new Socket(LOOPBACK, Integer.parseInt(address.substring(colon + 1)));
    client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
    return target;
  }

  private static String request(Socket client) throws IOException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int read = client.getInputStream().read();
      if (read < 0) {
        throw new IOException("no request");
      }
      request.append((char) read);
    }
    return request.toString();
  }
}

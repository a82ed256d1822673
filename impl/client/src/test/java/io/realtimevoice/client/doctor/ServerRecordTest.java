package io.realtimevoice.client.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerRecordTest {

  private static final String SECRET = "s3cr3t-of-the-operator";

  @TempDir Path folder;
  private Token token;

  @BeforeEach
  void makeToken() throws Exception {
    Path file = Files.write(folder.resolve("token"), (SECRET + "\n").getBytes(UTF_8));
    token = Token.from("file:" + file);
  }

  @Test
  void isShownToTheHolderOfTheTokenHoweverLongItIs() throws Exception {
    String filler = "x".repeat(20_000);
    String first = "{\"connectionId\":\"c-1\",";
    String rest = "\"filler\":\"" + filler + "\"}";
    try (Peer peer =
        Peer.answering(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk(first)
                + chunk(rest)
                + "0\r\n\r\n")) {
      ServerRecord record = ServerRecord.of(Ways.to(peer.url("ws")), "c-1", token);

      assertNotNull(record.timeline(), record::why);
      assertEquals("c-1", record.timeline().getString("connectionId"));
      assertEquals(filler, record.timeline().getString("filler"));
      String request = String.join("\n", peer.requests);
      assertTrue(request.contains("/app/realtime-voice/diagnostics/connections/c-1"), request);
    }
  }

  @Test
  void isNotShownToAnybodyElse() throws Exception {
    try (Peer peer = Peer.answering("HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\n{}")) {
      ServerRecord record = ServerRecord.of(Ways.to(peer.url("ws")), "c-1", token);

      assertNull(record.timeline());
      assertEquals("HTTP 401", record.why());
    }
  }

  @Test
  void isNotAskedForWithoutTlsOverANetwork() throws Exception {
    Way way =
        new Way(
            Target.of("ws://192.0.2.1/app/realtime-voice/stream").orElseThrow(),
            InetAddress.getByName("192.0.2.1"),
            Trust.in(null),
            1);

    assertEquals("the token is not sent without TLS", ServerRecord.of(way, "c-1", token).why());
  }

  @Test
  void isNotAskedForWithoutAnId() throws Exception {
    for (String id : new String[] {"", "../summary", "c 1"}) {
      assertEquals(
          "the server has not told the connection's id",
          ServerRecord.of(Ways.to("ws://127.0.0.1:1/app/realtime-voice/stream"), id, token).why());
    }
  }

  @Test
  void doesNotGiveTheTokenAway() {
    assertFalse(token.toString().contains(SECRET));
    assertTrue(token.bearer().contains(SECRET));
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }
}

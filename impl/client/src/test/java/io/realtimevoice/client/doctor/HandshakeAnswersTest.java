package io.realtimevoice.client.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.client.transport.Inquiry.Reach;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeAnswersTest {

  @ParameterizedTest
  @CsvSource({
    "200, UPGRADE_STRIPPED",
    "301, REDIRECTED",
    "302, REDIRECTED",
    "307, REDIRECTED",
    "308, REDIRECTED",
    "400, UPGRADE_STRIPPED",
    "401, UNAUTHORIZED",
    "403, FORBIDDEN",
    "404, NOT_FOUND",
    "407, UNAUTHORIZED",
    "410, NOT_FOUND",
    "418, HANDSHAKE_REFUSED",
    "426, UPGRADE_STRIPPED",
    "500, HANDSHAKE_REFUSED",
    "502, BAD_GATEWAY",
    "503, BAD_GATEWAY",
    "504, BAD_GATEWAY",
  })
  void haveAVerdict(int status, Verdict verdict) throws Exception {
    try (Peer peer = Peer.answering(answer(status, ""))) {
      StepResult result = upgrade(peer, Reach.SOMETHING);

      assertEquals(verdict, verdict(result));
      assertEquals(status, result.facts().get("status"));
    }
  }

  @Test
  void beforeWhichTheApplicationAnswersPlainHttpAreStripped() throws Exception {
    for (int status : new int[] {200, 400, 404, 405, 426}) {
      try (Peer peer = Peer.answering(answer(status, ""))) {
        StepResult result = upgrade(peer, Reach.APPLICATION);

        assertEquals(Verdict.UPGRADE_STRIPPED, verdict(result));
        assertNotNull(result.finding());
        assertEquals(Confidence.HIGH, result.finding().confidence());
      }
    }
  }

  @Test
  void andProbablySoThoseThatMakeItFail() throws Exception {
    try (Peer peer = Peer.answering(answer(500, ""))) {
      StepResult result = upgrade(peer, Reach.APPLICATION);

      assertEquals(Verdict.UPGRADE_STRIPPED, verdict(result));
      assertNotNull(result.finding());
      assertEquals(Confidence.MEDIUM, result.finding().confidence());
    }
  }

  @Test
  void thatAskForPatienceAreOfABusyServer() throws Exception {
    try (Peer peer = Peer.answering(answer(503, "Retry-After: 7\r\n"))) {
      assertEquals(Verdict.OVERLOADED, verdict(upgrade(peer, Reach.SOMETHING)));
    }
  }

  @Test
  void thatSendElsewhereShowNoQuery() throws Exception {
    String elsewhere = "Location: https://me:secret@there.example/x?token=secret\r\n";
    try (Peer peer = Peer.answering(answer(302, elsewhere))) {
      assertEquals(
          "https://there.example/x", upgrade(peer, Reach.SOMETHING).facts().get("Location"));
    }
  }

  @Test
  void withTheRightKeyAreGood() throws Exception {
    try (Peer peer =
        Peer.of(
            call -> {
              call.request();
              call.upgrade();
              call.listen();
            })) {
      StepResult result = upgrade(peer, Reach.SOMETHING);

      assertTrue(result.ok(), result::toString);
      assertNull(result.finding());
    }
  }

  @Test
  void withTheWrongKeyAreOfSomebodyInBetween() throws Exception {
    String upgraded = "Upgrade: websocket\r\nConnection: Upgrade\r\n";
    String wrong = answer(101, upgraded + "Sec-WebSocket-Accept: x\r\n");
    try (Peer peer = Peer.answering(wrong)) {
      StepResult result = upgrade(peer, Reach.SOMETHING);

      assertEquals(Verdict.UPGRADE_STRIPPED, verdict(result));
      assertNotNull(result.finding());
      assertEquals(List.of("HTTP 101", "wrong Sec-WebSocket-Accept"), result.finding().evidence());
    }
  }

  @Test
  void thatSpeakOfHttpsWantTls() throws Exception {
    String body = "The plain HTTP request was sent to HTTPS port";
    String answer =
        "HTTP/1.1 400 Bad Request\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    try (Peer peer = Peer.answering(answer)) {
      assertEquals(Verdict.TLS_REQUIRED, verdict(upgrade(peer, Reach.SOMETHING)));
    }
  }

  @Test
  void inTlsWantTls() throws Exception {
    try (Peer peer = Peer.on(Certificates.server("root"), Peer.Call::listen)) {
      assertEquals(Verdict.TLS_REQUIRED, verdict(upgrade(peer, Reach.SOMETHING)));
    }
  }

  @Test
  void thatDoNotComeAreAServerThatHangs() throws Exception {
    try (Peer peer = Peer.of(Peer.Call::listen)) {
      StepResult result = HttpSteps.upgrade(Ways.hasty(peer.url("ws")), null, Reach.NOTHING);

      assertEquals(Verdict.HANDSHAKE_TIMED_OUT, verdict(result));
    }
  }

  @Test
  void thatForbidTheOriginAloneSaySo() throws Exception {
    try (Peer peer =
        Peer.of(
            call -> {
              call.request();
              if (call.header("Origin").isEmpty()) {
                call.upgrade();
                call.listen();
              } else {
                call.say(answer(403, ""));
              }
            })) {
      StepResult result =
          HttpSteps.upgrade(Ways.to(peer.url("ws")), "https://evil.example", Reach.SOMETHING);

      assertEquals(Verdict.FORBIDDEN_ORIGIN, verdict(result));
    }
  }

  private static String answer(int status, String headers) {
    return "HTTP/1.1 " + status + " x\r\n" + headers + "Content-Length: 0\r\n\r\n";
  }

  private static StepResult upgrade(Peer peer, Reach reach) throws Exception {
    return HttpSteps.upgrade(Ways.to(peer.url("ws")), null, reach);
  }

  private static Verdict verdict(StepResult result) {
    assertNotNull(result.finding(), result::toString);
    return result.finding().verdict();
  }
}

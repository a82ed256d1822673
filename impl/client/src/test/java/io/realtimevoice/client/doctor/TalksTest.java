package io.realtimevoice.client.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Verdict;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the doctor makes of servers that greet, each in its own way. */
class TalksTest {

  private static final Patience PATIENT = new Patience(60_000, 60_000, List.of(), 60_000);
  private static final Patience HASTY = new Patience(300, 60_000, List.of(100L), 100);

  @Test
  void withAServerThatGreets() throws Exception {
    StepResult result = welcome(PATIENT, call -> greet(call, call.hello(), 1));

    assertTrue(result.ok(), result::toString);
    assertNull(result.finding());
    assertEquals(5_000L, result.facts().get("heartbeatMs"));
    assertEquals(1, result.facts().get("hellos"));
  }

  @Test
  void withAServerThatGreetsLate() throws Exception {
    Patience none = new Patience(60_000, -1, List.of(), 60_000);
    StepResult result = welcome(none, call -> greet(call, call.hello(), 1));

    assertTrue(result.ok(), result::toString);
    assertEquals(Verdict.SERVER_SLOW, verdict(result));
  }

  @Test
  void withAServerThatIsSilent() throws Exception {
    StepResult result = welcome(HASTY, Peer.Call::listen);

    assertEquals(Verdict.SERVER_SILENT, verdict(result));
    assertEquals(Confidence.MEDIUM, confidence(result));
  }

  @Test
  void withAServerThatHasGreetedInVain() throws Exception {
    String seen = "{\"helloSeen\":true,\"welcome\":{\"sentMs\":3}}";
    StepResult result = welcome(HASTY, Peer.Call::listen, seen);

    assertEquals(Verdict.WELCOME_LOST_DOWNSTREAM, verdict(result));
    assertEquals(Confidence.HIGH, confidence(result));
  }

  @Test
  void withAServerThatDoesNotHearUs() throws Exception {
    String unseen = "{\"helloSeen\":false}";
    StepResult result =
        welcome(
            HASTY,
            call -> {
              greet(call, "another", 1);
              call.listen();
            },
            unseen);

    assertEquals(Verdict.HELLO_LOST_UPSTREAM, verdict(result));
    assertEquals(Confidence.HIGH, confidence(result));
  }

  @Test
  void withAServerOfAnotherVersion() throws Exception {
    StepResult result = welcome(PATIENT, call -> greet(call, call.hello(), 9));

    assertEquals(Verdict.VERSION_MISMATCH, verdict(result));
  }

  @Test
  void withAServerOfAnotherKind() throws Exception {
    assertEquals(
        Verdict.NOT_OUR_PROTOCOL, verdict(welcome(PATIENT, call -> call.text("hello, world"))));
  }

  @Test
  void withAServerThatIsBusy() throws Exception {
    assertEquals(Verdict.OVERLOADED, verdict(welcome(PATIENT, call -> call.closeWith(1013))));
  }

  private static StepResult welcome(Patience patience, Peer.Script script) throws Exception {
    return welcome(patience, script, "{}");
  }

  private static StepResult welcome(Patience patience, Peer.Script script, String record)
      throws Exception {
    try (Peer peer = Peer.of(call -> serve(call, script, record))) {
      Way way = Ways.to(peer.url("ws"));
      try (Line line = Line.to(way.target().uri(), way.trust(), null, way.timeoutMs())) {
        return new Talk(way, line, "en", patience).welcome();
      }
    }
  }

  private static void serve(Peer.Call call, Peer.Script script, String record)
      throws IOException, GeneralSecurityException {
    String path = call.request();
    if (path.endsWith("/stream")) {
      call.upgrade();
      script.play(call);
      call.listen();
    } else {
      String body = path.endsWith("/ping") ? "{\"realtimeVoice\":1}" : record;
      call.say("HTTP/1.1 200 x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }
  }

  private static void greet(Peer.Call call, String nonce, int version) throws IOException {
    call.text(
        """
        {"type":"welcome","message":"hi","timestamp":1,"version":%d,"sessionId":"s","attempt":1,
         "resumeToken":"secret","heartbeatMs":5000,"resumeWindowMs":120000,"nonce":"%s"}
        """
            .formatted(version, nonce));
  }

  private static Verdict verdict(StepResult result) {
    assertNotNull(result.finding(), result::toString);
    return result.finding().verdict();
  }

  private static Confidence confidence(StepResult result) {
    assertNotNull(result.finding(), result::toString);
    return result.finding().confidence();
  }
}

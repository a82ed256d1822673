package io.realtimevoice.client.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The idle hold of a connection that is open. */
class HoldTest {

  private static final Patience HASTY = new Patience(60_000, 60_000, List.of(), 50);

  @Test
  void sendsHeartbeatsAndIsContentWithAnyAnswer() throws Exception {
    StepResult result =
        hold(
            200,
            call -> {
              while (call.message().length > 0) {
                call.text("{\"type\":\"heartbeat\",\"received\":0}");
              }
            },
            new Patience(60_000, 60_000, List.of(), 60_000));

    assertTrue(result.ok(), result::toString);
    assertTrue((Long) result.facts().get("messages") > 0, result::toString);
  }

  @Test
  void findsOutThatNobodyIsThere() throws Exception {
    StepResult result = hold(60_000, Peer.Call::listen, HASTY);

    assertEquals(Verdict.HALF_OPEN, verdict(result));
  }

  @Test
  void endsWithTheConnection() throws Exception {
    StepResult result = hold(60_000, call -> call.closeWith(1012), HASTY);

    assertEquals(Verdict.SERVER_RESTARTED, verdict(result));
    assertEquals(1012, result.facts().get("code"));
  }

  @Test
  void takesTheEndOfAConnectionWithoutAStreamForWhatItIs() throws Exception {
    StepResult result = hold(60_000, call -> call.closeWith(4408), HASTY);

    assertTrue(result.ok(), result::toString);
    assertEquals(true, result.facts().get("startTimeout"));
  }

  @Test
  void remarksOnACutOfTheConnectionBesideItOnWhichNothingIsSaid() {
    StepResult held = StepResult.good(Step.HOLD, 9_000, Map.of());
    Line.Event open = new Line.Open(100);
    Line.Event welcome = new Line.Text(150, "");

    assertEquals(held, SilentLine.judged(held, List.of(open, welcome)));
    assertEquals(held, SilentLine.judged(held, List.of(open, new Line.Closed(9_000, 1001))));
    StepResult cut = SilentLine.judged(held, List.of(open, welcome, new Line.Closed(60_150, 1006)));
    assertTrue(cut.ok());
    assertEquals(Verdict.IDLE_CUT, verdict(cut));
    assertEquals(60_000L, cut.facts().get("silentCutAfterMs"));
  }

  @Test
  void isSureOfACutThatComesTwice() {
    StepResult first = cut(3_000);

    StepResult same = IdleCut.confirmed(first, cut(3_100));
    assertNotNull(same.finding());
    assertEquals(Confidence.HIGH, same.finding().confidence());
    assertEquals(first, IdleCut.confirmed(first, cut(9_000)));
  }

  private static StepResult cut(long silenceMs) {
    return StepResult.bad(
        Step.HOLD,
        silenceMs,
        Map.of(IdleCut.SILENCE, silenceMs),
        Finding.of(Verdict.IDLE_CUT, Confidence.MEDIUM, "cut"));
  }

  private static StepResult hold(long ms, Peer.Script script, Patience patience) throws Exception {
    try (Peer peer =
        Peer.of(
            call -> {
              call.request();
              call.upgrade();
              String nonce = call.hello();
              call.text(
                  "{\"type\":\"welcome\",\"version\":1,\"heartbeatMs\":20,\"nonce\":\""
                      + nonce
                      + "\"}");
              script.play(call);
              call.listen();
            })) {
      Way way = Ways.to(peer.url("ws"));
      try (Line line = Line.to(way.target().uri(), way.trust(), null, way.timeoutMs())) {
        Talk talk = new Talk(way, line, "en", patience);
        StepResult welcome = talk.welcome();
        assertTrue(welcome.ok(), welcome::toString);
        return talk.hold(ms);
      }
    }
  }

  private static Verdict verdict(StepResult result) {
    assertNotNull(result.finding(), result::toString);
    return result.finding().verdict();
  }
}

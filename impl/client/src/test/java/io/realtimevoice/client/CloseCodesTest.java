package io.realtimevoice.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.CloseCode;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CloseCodesTest {

  private static final Map<CloseCode, Verdict> VERDICTS = new EnumMap<>(CloseCode.class);

  static {
    VERDICTS.put(CloseCode.GOING_AWAY, Verdict.SERVER_RESTARTED);
    VERDICTS.put(CloseCode.POLICY, Verdict.FORBIDDEN);
    VERDICTS.put(CloseCode.TOO_BIG, Verdict.TOO_BIG);
    VERDICTS.put(CloseCode.INTERNAL_ERROR, Verdict.HANDLER_FAILED);
    VERDICTS.put(CloseCode.RESTART, Verdict.SERVER_RESTARTED);
    VERDICTS.put(CloseCode.OVERLOADED, Verdict.OVERLOADED);
    VERDICTS.put(CloseCode.NOT_AUTHENTICATED, Verdict.NOT_AUTHENTICATED);
    VERDICTS.put(CloseCode.VERSION, Verdict.VERSION_MISMATCH);
    VERDICTS.put(CloseCode.START_TIMEOUT, Verdict.NO_START);
    VERDICTS.put(CloseCode.SUPERSEDED, Verdict.SUPERSEDED);
    VERDICTS.put(CloseCode.RESUME_LOST, Verdict.SESSION_LOST);
    VERDICTS.put(CloseCode.HEARTBEAT_LOST, Verdict.HALF_OPEN);
    VERDICTS.put(CloseCode.TOO_FAST, Verdict.TOO_FAST);
    VERDICTS.put(CloseCode.TOO_SLOW, Verdict.TOO_SLOW_READER);
    VERDICTS.put(CloseCode.DRAINING, Verdict.SERVER_RESTARTED);
  }

  private final Fixture client = new Fixture();

  @ParameterizedTest
  @EnumSource(CloseCode.class)
  void sayWhyAConnectionEndsAndWhetherAnotherFollows(CloseCode code) {
    client.connected();
    client.clock.advance(5_000);
    client.server.connection().lose(code.code());

    Verdict verdict = VERDICTS.getOrDefault(code, Verdict.CLOSED_BY_SERVER);
    String lost = "5000 lost " + verdict + " " + code.code();
    assertTrue(client.timeline().contains(lost), () -> lost + " in " + client.timeline());
    if (code.retryable()) {
      assertEquals(ClientState.RECOVERING, client.state());
      long atMost = Math.max(2_000, code.retryAfter().toMillis() * 3 / 2);
      client.clock.advance(atMost);
      assertEquals(ClientState.CONNECTING, client.state());
    } else {
      assertEquals(ClientState.CLOSED, client.state());
      assertEquals(verdict, client.told.finals.get(0).verdict());
      assertEquals(code.code(), client.told.finals.get(0).closeCode());
      assertEquals("reason", client.told.finals.get(0).detail());
      assertEquals(0, client.clock.waiting());
    }
  }

  @Test
  void doNotBlameAnOriginThatWasNotSent() {
    client.connect();
    client.server.connection().open();
    client.server.connection().lose(CloseCode.POLICY.code());

    assertEquals(Verdict.FORBIDDEN, client.told.finals.get(0).verdict());
    assertEquals(Confidence.HIGH, client.told.finals.get(0).confidence());
  }

  @Test
  void mayBeOfTheOriginThatWasSent() {
    client.server.origin = true;
    client.connect();
    client.server.connection().open();
    client.server.connection().lose(CloseCode.POLICY.code());

    assertEquals(Verdict.FORBIDDEN_ORIGIN, client.told.finals.get(0).verdict());
    assertEquals(Confidence.MEDIUM, client.told.finals.get(0).confidence());
  }

  @ParameterizedTest
  @CsvSource({
    "HANDLER_FAILED, HANDLER_FAILED, HIGH",
    "HANDLER_TIMEOUT, HANDLER_TOO_SLOW, HIGH",
    "INTERNAL, HANDLER_FAILED, MEDIUM",
    "'', HANDLER_FAILED, MEDIUM"
  })
  void blameTheApplicationForSureOnlyIfTheServerSaidSo(
      String error, Verdict verdict, Confidence confidence) {
    client.connected();
    if (!error.isEmpty()) {
      client
          .server
          .connection()
          .receive(
              "{\"type\":\"error\",\"message\":\"x\",\"code\":\"%s\",\"fatal\":true}"
                  .formatted(error));
    }
    client.server.connection().lose(CloseCode.INTERNAL_ERROR.code());

    String lost = "0 lost " + verdict + " 1011";
    assertTrue(client.timeline().contains(lost), () -> lost + " in " + client.timeline());
    client.clock.advance(Math.max(2_000, CloseCode.INTERNAL_ERROR.retryAfter().toMillis() * 3 / 2));
    client.server.connection().openAndWelcome();
    assertEquals(confidence.name(), client.server.connection().message(1).getString("confidence"));
  }

  @Test
  void giveWayToTheWordsOfAFatalError() {
    client.connect();
    client.server.connection().open();
    client
        .server
        .connection()
        .receive(
            "{\"type\":\"error\",\"message\":\"who?\",\"code\":\"NOT_AUTHENTICATED\",\"fatal\":true}");
    client.server.connection().lose(CloseCode.NOT_AUTHENTICATED.code());

    VoiceProblem problem = client.told.finals.get(0);
    assertEquals(Verdict.NOT_AUTHENTICATED, problem.verdict());
    assertEquals("who?", problem.detail());
    assertEquals("NOT_AUTHENTICATED", problem.serverCode());
  }

  @Test
  void doNotShortenWhatAnErrorAsksFor() {
    client.connected();
    client
        .server
        .connection()
        .receive("{\"type\":\"error\",\"message\":\"busy\",\"code\":\"X\",\"retryAfterMs\":8000}");
    client.server.connection().lose(1006);
    client.clock.advance(7_999);
    assertEquals(ClientState.RECOVERING, client.state());
    client.clock.advance(8_001);

    assertEquals(ClientState.CONNECTING, client.state());
  }
}

package io.realtimevoice.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossesAreExplainedTest {

  private final Fixture client = new Fixture(Fixture.settings(0));

  @Test
  void byASilenceThatIsLong() {
    lose(3_000);

    VoiceProblem problem = client.told.finals.get(0);
    assertEquals(Verdict.IDLE_CUT, problem.verdict());
    assertEquals(Confidence.MEDIUM, problem.confidence());
    assertEquals(List.of("close code 1006", "cut after 3000 ms of silence"), problem.evidence());
  }

  @Test
  void byTheSameSilenceTwiceForSure() {
    lose(3_000);
    lose(3_200);
    lose(5_000);

    assertEquals(
        List.of(Confidence.MEDIUM, Confidence.HIGH, Confidence.MEDIUM),
        client.told.finals.stream().map(VoiceProblem::confidence).toList());
    assertEquals(
        List.of("cut after 3200 ms of silence", "the one before after 3000 ms"),
        client.told.finals.get(1).evidence());
  }

  @Test
  void byTheNetworkIfTheSilenceWasShort() {
    lose(2_499);

    assertEquals(List.of(Verdict.CONNECTION_LOST), client.told.finalVerdicts());
  }

  @Test
  void byTheApplicationThatDidNotAnswer() {
    client.connected().receive("{\"type\":\"error\",\"code\":\"HANDLER_TIMEOUT\",\"fatal\":true}");
    client.server.connection().lose(1011);

    assertEquals(List.of(Verdict.HANDLER_TOO_SLOW), client.told.finalVerdicts());
  }

  @Test
  void byNoneIfEachTryFailsForAnotherReason() {
    Fixture patient = new Fixture(Fixture.settings(1));
    patient.connect();
    fail(patient, Verdict.CONNECTION_REFUSED);
    patient.clock.advance(2_000);
    fail(patient, Verdict.BAD_GATEWAY);

    VoiceProblem problem = patient.told.finals.get(0);
    assertEquals(Verdict.RETRIES_EXHAUSTED, problem.verdict());
    assertEquals(
        List.of("connection 1: CONNECTION_REFUSED", "connection 2: BAD_GATEWAY"),
        problem.evidence());
    assertTrue(
        patient.timeline().contains("2000 failed BAD_GATEWAY"), patient.timeline()::toString);
  }

  @Test
  void andALateWelcomeIsTold() {
    client.connect();
    client.server.connection().open();
    client.clock.advance(2_001);
    client.server.connection().welcome();

    assertEquals(ClientState.READY, client.state());
    assertEquals(List.of(Verdict.SERVER_SLOW), client.told.problemVerdicts());
    assertEquals(List.of("welcome 2001 ms after the open"), client.told.problems.get(0).evidence());
  }

  private void lose(long afterMs) {
    client.connected();
    client.clock.advance(afterMs);
    client.server.connection().lose(1006);
  }

  private static void fail(Fixture client, Verdict verdict) {
    client
        .server
        .connection()
        .listener
        .onFailure(Finding.of(verdict, Confidence.HIGH, "a fact"), 0);
  }
}

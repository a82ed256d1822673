package io.realtimevoice.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.client.transport.Inquiry.Answer;
import io.realtimevoice.client.transport.Inquiry.Reach;
import io.realtimevoice.client.transport.Inquiry.Seen;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SilenceIsLookedIntoTest {

  private final Fixture client = new Fixture();

  @Test
  void halfWayByTheNonceOfTheHello() {
    client.connect();
    client.server.connection().open();
    client.clock.advance(1_999);
    assertEquals(List.of(), client.server.asked);
    client.clock.advance(1);

    assertEquals(List.of("n-1"), client.server.asked);
  }

  @Test
  void notOnceItIsReady() {
    client.connected();
    client.clock.advance(10_000);

    assertEquals(List.of(), client.server.asked);
  }

  @Test
  void andTellsAFrozenServerFromAPathThatSwallowsTheWelcome() {
    silent(Verdict.SERVER_SILENT, Confidence.MEDIUM, null);
    silent(Verdict.SERVER_SILENT, Confidence.HIGH, new Answer(Reach.NOTHING, null));
    silent(Verdict.SERVER_SILENT, Confidence.MEDIUM, new Answer(Reach.SOMETHING, null));
    silent(Verdict.SERVER_SILENT, Confidence.MEDIUM, new Answer(Reach.APPLICATION, null));
    silent(
        Verdict.SERVER_SILENT,
        Confidence.HIGH,
        new Answer(Reach.APPLICATION, new Seen(true, false)));
    silent(
        Verdict.WELCOME_LOST_DOWNSTREAM,
        Confidence.HIGH,
        new Answer(Reach.APPLICATION, new Seen(true, true)));
  }

  @Test
  void andConfirmsThatTheHelloWasLost() {
    client.server.answer = new Answer(Reach.APPLICATION, new Seen(false, false));
    client.connect();
    client.server.connection().open();
    client.server.connection().welcome("another");
    client.clock.advance(4_000);

    VoiceProblem problem = client.told.silences.get(0);
    assertEquals(Verdict.HELLO_LOST_UPSTREAM, problem.verdict());
    assertEquals(Confidence.HIGH, problem.confidence());
    assertEquals(
        List.of(
            "a welcome, but none for our hello in 4000 ms", "the server has not seen the hello"),
        problem.evidence());
  }

  @Test
  void andBlamesNoHelloThatWasAnsweredWhenTheAnswerToResumeIsMissing() {
    ResumeFixture made = new ResumeFixture();
    made.fixture.server.answer = new Answer(Reach.APPLICATION, new Seen(true, true));
    made.next();
    made.fixture.clock.advance(4_000);

    VoiceProblem problem = made.fixture.told.silences.get(0);
    assertEquals(Verdict.SERVER_SILENT, problem.verdict());
    assertEquals(Confidence.MEDIUM, problem.confidence());
    assertEquals(List.of("no answer to resume in 4000 ms"), problem.evidence());
  }

  @Test
  void andIsStillTheCauseWhenSomebodyGivesTheConnectionUp() {
    for (int code : new int[] {1006, 4480}) {
      Fixture last = new Fixture(Fixture.settings(0));
      last.connect();
      last.server.connection().open();
      last.clock.advance(11_000);
      last.server.connection().lose(code);

      VoiceProblem problem = last.told.finals.get(0);
      assertEquals(Verdict.SERVER_SILENT, problem.verdict());
      assertEquals(code, problem.closeCode());
    }
  }

  private static void silent(Verdict verdict, Confidence confidence, @Nullable Answer answer) {
    Fixture client = new Fixture();
    client.server.answer = answer;
    client.connect();
    client.server.connection().open();
    client.clock.advance(4_000);

    VoiceProblem problem = client.told.silences.get(0);
    assertEquals(verdict, problem.verdict());
    assertEquals(confidence, problem.confidence());
    assertEquals("4000 failed " + verdict, client.timeline().get(7));
  }
}

package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.EndReason;
import io.realtimevoice.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client lacks and nobody has any more is never left out in silence. */
class StartOverTest {

  private final ResumeFixture fixture = new ResumeFixture();
  private final ResumeFixture.Link first = fixture.connect();

  @Test
  void withWhatWasKeptAndHowMuchWasDealtWith() {
    first.saysType("start").plays(1, 2);
    first.breaks();
    for (int i = 0; i < 12; i++) {
      fixture.application.session.send(Transcript.partial("" + i));
    }
    ResumeFixture.Link second = fixture.connect();
    second.answers();
    second.resumes(first, 1);

    List<String> answers = second.answers();
    assertEquals("result 2", answers.get(0));
    assertEquals("result 11", answers.get(9));
    assertEquals(List.of("error RESUME_LOST 2", "close 4410"), answers.subList(10, 12));
    assertEquals(
        List.of("open", "audio 0102", "detached", "close CONNECTION_LOST"),
        fixture.application.calls());
    assertTrue(fixture.ended.stream().anyMatch(end -> end.reason() == EndReason.CONNECTION_LOST));
  }

  @Test
  void butNotIfTheClientHasWhatIsGone() {
    first.saysType("start");
    for (int i = 0; i < 12; i++) {
      fixture.application.session.send(Transcript.partial("" + i));
    }
    first.breaks();
    ResumeFixture.Link second = fixture.connect();
    second.answers();
    second.resumes(first, 12);

    assertEquals(List.of("resumed 1", "result 11"), second.answers());
  }

  @Test
  void whatIsAcknowledgedMakesRoom() {
    first.saysType("start");
    for (int i = 0; i < 100; i++) {
      fixture.application.session.send(Transcript.partial("" + i));
      first.says("{\"type\":\"ack\",\"received\":" + (i + 2) + "}");
    }
    fixture.application.session.send(Transcript.complete("last"));
    first.breaks();
    ResumeFixture.Link second = fixture.connect();
    second.answers();
    second.resumes(first, 101);

    assertEquals(List.of("resumed 1", "result last"), second.answers());
  }

  @Test
  void forAClientThatCountsBackwards() {
    first.saysType("start");
    fixture.application.session.send(Transcript.partial("a"));
    first.says("{\"type\":\"ack\",\"received\":2}").breaks();
    ResumeFixture.Link second = fixture.connect();
    second.answers();
    second.resumes(first, 1);

    assertEquals(List.of("error RESUME_LOST 1", "close 4410"), second.answers());
  }
}

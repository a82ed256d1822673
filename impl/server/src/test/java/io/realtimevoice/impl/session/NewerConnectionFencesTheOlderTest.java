package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NewerConnectionFencesTheOlderTest {

  private final ResumeFixture fixture = new ResumeFixture();
  private final ResumeFixture.Link first = fixture.connect();

  @Test
  void atOnce() {
    first.saysType("start").plays(1, 2);
    first.answers();
    ResumeFixture.Link second = fixture.connect();
    second.answers();
    second.resumes(first, 1);

    assertEquals(List.of("resumed 2"), second.answers());
    assertEquals(List.of("close 4409"), first.answers());
  }

  @Test
  void alsoIfItTakesNothingAnyMore() {
    first.saysType("start");
    first.answers();
    first.transport.completedByHand();
    first.saysType("start");
    ResumeFixture.Link second = fixture.connect();
    second.answers();
    second.resumes(first, 1);

    assertEquals(List.of("resumed 2", "ready"), second.answers());
    assertEquals(List.of("close 4409"), first.answers());
  }

  @Test
  void andWhatStillComesOnItIsNotTakenAndNotCounted() {
    first.saysType("start").plays(1, 2);
    ResumeFixture.Link second = fixture.connect();
    second.answers();
    second.resumes(first, 1).answers();
    first.plays(3, 4).saysType("stop");
    second.plays(3, 4).breaks();
    ResumeFixture.Link third = fixture.connect();
    third.answers();

    assertEquals(List.of("resumed 3"), third.resumes(first.sessionId, second.token, 1).answers());
    assertEquals(
        List.of("open", "audio 0102", "resumed", "audio 0304", "detached", "resumed"),
        fixture.application.calls());
  }

  @Test
  void andItsEndEndsNothing() {
    first.saysType("start");
    ResumeFixture.Link second = fixture.connect();
    second.resumes(first, 1);
    first.breaks();
    second.answers();
    second.saysType("stop");

    assertEquals(List.of("stopped"), second.answers());
  }

  @Test
  void twoThatComeAtOnceAreServedOneAfterTheOther() {
    first.saysType("start").breaks();
    ResumeFixture.Link second = fixture.connect();
    ResumeFixture.Link third = fixture.connect();
    second.answers();
    third.answers();
    second.resumes(first, 1);
    third.resumes(first, 1);

    assertEquals(List.of("resumed 1", "close 4409"), second.answers());
    assertEquals(List.of("resumed 1"), third.answers());
  }
}

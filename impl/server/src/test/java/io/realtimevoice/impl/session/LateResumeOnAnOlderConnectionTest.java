package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A client has given a connection up, and what it asked for there arrives after the next one. */
class LateResumeOnAnOlderConnectionTest {

  private final ResumeFixture fixture = new ResumeFixture();
  private final ResumeFixture.Link first = fixture.connect();
  private final ResumeFixture.Link givenUp = lost(first);
  private final ResumeFixture.Link newest = fixture.connect();

  @Test
  void leavesTheSessionOnTheNewerOne() {
    givenUp.answers();
    newest.answers();
    newest.resumes(first, 1);
    givenUp.resumes(first, 1);

    assertEquals(List.of("close 4409"), givenUp.answers());
    assertEquals(List.of("resumed 1"), newest.answers());
    assertEquals(List.of("stopped"), newest.saysType("stop").answers());
  }

  @Test
  void leavesTheTokenOfTheNewerOneGood() {
    newest.answers();
    newest.resumes(first, 1).answers();
    newest.breaks();
    givenUp.resumes(first, 1);
    ResumeFixture.Link later = fixture.connect();
    later.answers();

    assertEquals(List.of("resumed 1"), later.resumes(first.sessionId, newest.token, 1).answers());
  }

  private ResumeFixture.Link lost(ResumeFixture.Link link) {
    link.saysType("start").breaks();
    return fixture.connect();
  }
}

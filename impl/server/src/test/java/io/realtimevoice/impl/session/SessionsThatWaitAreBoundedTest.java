package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.impl.log.LogCapture;
import io.realtimevoice.impl.log.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** As many sessions that never had a stream wait for their clients as may have one. */
class SessionsThatWaitAreBoundedTest {

  private static final int MOST = ConversationFixture.SESSIONS.maxSessions();

  private final ResumeFixture fixture = new ResumeFixture();

  @Test
  void byTheirNumber() {
    lost(100);

    assertEquals(MOST, fixture.sessions.size());
  }

  @Test
  void thoseThatHaveWaitedLongestAreGivenUp() {
    List<ResumeFixture.Link> links;
    try (LogCapture log = new LogCapture()) {
      links = lost(MOST + 1);
      assertEquals(1, log.lines(Message.NO_LONGER_AWAITED).size());
    }

    assertEquals(List.of("error RESUME_LOST", "close 4410"), comesBackTo(links.get(0)));
    for (ResumeFixture.Link each : links.subList(1, MOST + 1)) {
      assertEquals(List.of("resumed 0"), comesBackTo(each));
    }
  }

  @Test
  void oneWithAStreamIsNotGivenUpForThem() {
    ResumeFixture.Link streaming = fixture.connect().saysType("start").breaks();
    lost(100);

    assertEquals(MOST + 1, fixture.sessions.size());
    assertEquals(List.of("resumed 1", "ready"), comesBackTo(streaming));
  }

  @Test
  void oneWhoseStreamHasJustFinishedIsNotEither() {
    ResumeFixture.Link finished = fixture.connect().saysType("start").saysType("stop").breaks();
    lost(100);

    assertEquals(List.of("resumed 2", "ready", "stopped"), comesBackTo(finished));
  }

  @Test
  void oneWhoseClientIsBackDoesNotCount() {
    ResumeFixture.Link back = fixture.connect().breaks();
    assertEquals(List.of("resumed 0"), comesBackTo(back));
    lost(100);

    assertEquals(MOST + 1, fixture.sessions.size());
  }

  /** It may come back while it is being given up. */
  @Test
  void oneWhoseClientIsThereIsNotGivenUp() {
    ResumeFixture.Link link = fixture.connect();
    link.answers();
    link.line.session().giveUp();

    assertEquals(List.of("ready"), link.saysType("start").answers());
  }

  @Test
  void oneThatHasEndedDoesNotCount() {
    lost(MOST);
    fixture.advance(ConversationFixture.WINDOW.plusSeconds(1));
    List<ResumeFixture.Link> links = lost(MOST);

    assertEquals(List.of("resumed 0"), comesBackTo(links.get(0)));
  }

  private List<ResumeFixture.Link> lost(int number) {
    List<ResumeFixture.Link> links = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      links.add(fixture.connect().breaks());
    }
    return links;
  }

  private List<String> comesBackTo(ResumeFixture.Link lost) {
    ResumeFixture.Link link = fixture.connect();
    link.answers();
    return link.resumes(lost, 0).answers();
  }
}

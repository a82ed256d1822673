package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.EndReason;
import io.realtimevoice.Transcript;
import io.realtimevoice.event.SessionResumed;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionOutlivesItsConnectionTest {

  private final ResumeFixture fixture = new ResumeFixture();
  private final ResumeFixture.Link first = fixture.connect();

  @Test
  void itsStreamTakesWhatTheClientSendsAgainAndAfter() {
    first.saysType("start").plays(1, 2).breaks();
    ResumeFixture.Link second = fixture.connect();
    second.answers();
    second.resumes(first, 1);
    assertEquals(List.of("resumed 2"), second.answers());
    second.plays(3, 4).saysType("stop");

    assertEquals(List.of("stopped"), second.answers());
    assertEquals(
        List.of(
            "open", "audio 0102", "detached", "resumed", "audio 0304", "end", "close COMPLETED"),
        fixture.application.calls());
  }

  @Test
  void whatItSendsWhileTheClientIsAwayComesAfterwards() {
    first.saysType("start").breaks();
    assertTrue(fixture.application.session.send(Transcript.partial("a")));
    assertTrue(fixture.application.session.send(Transcript.complete("b")));
    ResumeFixture.Link second = fixture.connect();
    second.answers();
    second.resumes(first, 1);

    assertEquals(List.of("resumed 1", "result a", "result b"), second.answers());
  }

  @Test
  void whatTheClientHasIsNotSentAgain() {
    first.saysType("start");
    fixture.application.session.send(Transcript.partial("a"));
    fixture.application.session.send(Transcript.partial("b"));
    first.breaks();
    ResumeFixture.Link second = fixture.connect();
    second.answers();
    second.resumes(first, 2);

    assertEquals(List.of("resumed 1", "result b"), second.answers());
  }

  @Test
  void evenBeforeItsFirstMessage() {
    first.breaks();
    ResumeFixture.Link second = fixture.connect();
    second.answers();
    second.resumes(first, 0).saysType("start");

    assertEquals(List.of("resumed 0", "ready"), second.answers());
  }

  @Test
  void whileItsStreamFinishes() {
    first.saysType("start").saysType("stop").breaks();
    ResumeFixture.Link second = fixture.connect();
    second.answers();
    second.resumes(first, 1);

    assertEquals(List.of("resumed 2", "stopped"), second.answers());
  }

  @Test
  void butAudioIsNotPlayedToNobody() {
    first.saysType("start");
    assertTrue(fixture.application.session.isConnected());
    first.breaks();

    assertFalse(fixture.application.session.isConnected());
    assertTrue(fixture.application.session.isOpen());
    assertFalse(fixture.application.session.play(ByteBuffer.allocate(2)));
  }

  @Test
  void butNotForEver() {
    first.saysType("start").breaks();
    fixture.advance(ConversationFixture.WINDOW.plusSeconds(1));

    assertEquals(List.of("open", "detached", "close CONNECTION_LOST"), fixture.application.calls());
    assertEquals(EndReason.CONNECTION_LOST, fixture.ended.get(0).reason());
    assertEquals(0, fixture.sessions.size());
    assertEquals(0, fixture.scheduler.waiting());
    assertFalse(fixture.application.session.isOpen());
  }

  @Test
  void butNotIfTheClientHasClosedIt() {
    first.saysType("start");
    first.connection.closed(1000);
    fixture.scheduler.run();

    assertEquals(List.of("open", "close ABANDONED"), fixture.application.calls());
  }

  @Test
  void butNotForAClientThatNeverSaidHello() {
    ResumeFixture.Link older = fixture.connectSilently();
    older.saysType("start").breaks();

    assertEquals(List.of("open", "close CONNECTION_LOST"), fixture.application.calls());
  }

  @Test
  void whichIsToldOf() {
    first.saysType("start").breaks();
    fixture.advance(Duration.ofSeconds(7));
    ResumeFixture.Link second = fixture.connect();
    second.resumes(first, 0);

    assertEquals(
        List.of(
            new SessionResumed(first.sessionId, second.connection.id(), Duration.ofSeconds(7), 1)),
        fixture.resumed);
    assertEquals(
        List.of(EndReason.RESUMED), fixture.ended.stream().map(end -> end.reason()).toList());
    assertEquals(1, fixture.sessions.size());
  }

  @Test
  void aThousandTimes() {
    first.saysType("start");
    ResumeFixture.Link last = first;
    for (int i = 0; i < 1_000; i++) {
      last.breaks();
      fixture.application.session.send(Transcript.partial("" + i));
      ResumeFixture.Link next = fixture.connect();
      next.answers();
      next.resumes(first.sessionId, last.token, i + 1);
      assertEquals(List.of("resumed " + (i + 1), "result " + i), next.answers());
      next.plays(i % 100, 0);
      last = next;
    }

    assertEquals(1 + 3 * 1_000, fixture.application.calls().size());
  }

  @Test
  void evenIfTheApplicationThrowsWhenItIsTold() {
    fixture.application.inDetached =
        () -> {
          throw new IllegalStateException("a defect");
        };
    first.saysType("start").breaks();

    assertEquals(List.of("open", "detached", "close FAILED"), fixture.application.calls());
    assertEquals(EndReason.FAILED, fixture.ended.get(0).reason());
  }
}

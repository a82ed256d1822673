package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.StreamSummary;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DrainTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final ResumeFixture fixture = new ResumeFixture();
  private final ResumeFixture.Link link = fixture.connect();

  @Test
  void isDoneAtOnceWhereNothingGoesOn() {
    link.answers();

    assertTrue(drain().isDone());
    assertEquals(List.of("goaway"), link.answers());
  }

  @Test
  void waitsForStreams() {
    link.saysType("start");
    CompletableFuture<Void> drained = drain();
    fixture.advance(Duration.ofSeconds(20));
    assertFalse(drained.isDone());
    link.plays(1, 2).saysType("stop");
    fixture.advance(Duration.ofSeconds(1));

    assertTrue(drained.isDone());
  }

  @Test
  void asksThemToFinishAtTheDeadline() {
    link.saysType("start").plays(1, 2);
    link.answers();
    CompletableFuture<Void> drained = drain();
    fixture.advance(LIMIT.plusSeconds(1));

    assertTrue(link.answers().contains("stopped"));
    assertTrue(drained.isDone());
    assertEquals(
        List.of("open", "audio 0102", "end", "close COMPLETED"), fixture.application.calls());
  }

  @Test
  void waitsForNoneThatDoesNotFinish() {
    fixture.application.summary = new CompletableFuture<StreamSummary>();
    link.saysType("start");
    CompletableFuture<Void> drained = drain();
    fixture.advance(LIMIT.plusSeconds(1));
    assertFalse(drained.isDone());
    fixture.advance(Duration.ofSeconds(2));

    assertTrue(drained.isDone());
  }

  @Test
  void beginsNothing() {
    fixture.sessions.drain(LIMIT);
    link.answers();

    assertEquals(List.of("error DRAINING", "close 4503"), link.saysType("start").answers());
  }

  @Test
  void takesNoConnectionUnlessItMayBeOfAClientThatIsMissed() {
    assertTrue(fixture.sessions.takesConnections());
    link.saysType("start");
    fixture.sessions.drain(LIMIT);
    assertFalse(fixture.sessions.takesConnections());
    link.breaks();
    assertTrue(fixture.sessions.takesConnections());
    fixture.connect().resumes(link, 1);

    assertFalse(fixture.sessions.takesConnections());
    fixture.sessions.admit();
    assertTrue(fixture.sessions.takesConnections());
  }

  @Test
  void missesNobodyWhoseSessionHasEnded() {
    link.saysType("start");
    fixture.sessions.drain(LIMIT);
    link.breaks();
    fixture.advance(Duration.ofMinutes(5));

    assertFalse(fixture.sessions.takesConnections());
  }

  @Test
  void tellsWhoeverComesMeanwhileHowManyLeaveWithHim() {
    int together = 40;
    for (int i = 1; i < together; i++) {
      fixture.connect();
    }
    link.frames();
    fixture.sessions.drain(LIMIT);
    String told = link.frames().get(0);
    fixture.sessions.leave();
    fixture.advance(Duration.ofMinutes(5));

    assertTrue(told.contains("\"goaway\"") && told.contains(":4000"), told);
    assertTrue(fixture.connect().frames().contains(told));
  }

  @Test
  void tellsWhoeverComesMeanwhile() {
    fixture.sessions.drain(LIMIT);
    ResumeFixture.Link late = fixture.connect();

    assertEquals(List.of("goaway"), late.answers().stream().filter("goaway"::equals).toList());
  }

  @Test
  void letsClientsComeBackToWhatTheyHave() {
    link.saysType("start").breaks();
    CompletableFuture<Void> drained = drain();
    ResumeFixture.Link second = fixture.connect();
    second.resumes(link, 1).saysType("stop");
    fixture.advance(Duration.ofSeconds(1));

    assertTrue(second.answers().contains("stopped"));
    assertTrue(drained.isDone());
  }

  @Test
  void tellsOlderClientsNothing() {
    ResumeFixture.Link older = fixture.connectSilently();
    fixture.sessions.drain(LIMIT);
    fixture.sessions.leave();

    assertEquals(List.of("close 1012"), older.answers());
  }

  @Test
  void leavesWith4503() {
    link.answers();
    fixture.sessions.drain(LIMIT);
    fixture.sessions.leave();

    assertEquals(List.of("goaway", "close 4503"), link.answers());
  }

  @Test
  void isTakenBack() {
    fixture.sessions.drain(LIMIT);
    fixture.sessions.admit();
    link.answers();

    assertFalse(fixture.sessions.isDraining());
    assertEquals(List.of("ready"), link.saysType("start").answers());
  }

  @Test
  void leavesNoTimerBehind() {
    link.saysType("start");
    fixture.sessions.drain(LIMIT);
    link.saysType("stop");
    link.connection.closed(1000);
    fixture.advance(Duration.ofSeconds(5));

    assertEquals(0, fixture.scheduler.waiting());
  }

  private CompletableFuture<Void> drain() {
    return fixture.sessions.drain(LIMIT).toCompletableFuture();
  }
}

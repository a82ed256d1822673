package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.impl.log.LogCapture;
import io.realtimevoice.impl.log.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is wrong: the answer is the same, so that nobody learns which sessions there are. */
class RefusedResumeTest {

  private static final List<String> REFUSED = List.of("error RESUME_LOST", "close 4410");

  private final ResumeFixture fixture = new ResumeFixture();
  private final ResumeFixture.Link first = fixture.connect("ann");

  @Test
  void ofASessionThatNeverWas() {
    first.breaks();
    assertEquals(REFUSED, answer(next().resumes("nobody", first.token, 0)));
  }

  @Test
  void withAWrongToken() {
    first.breaks();
    assertEquals(REFUSED, answer(next().resumes(first.sessionId, first.token + "x", 0)));
  }

  @Test
  void withTheTokenOfAnotherSession() {
    ResumeFixture.Link other = fixture.connect("ann");
    first.breaks();
    other.breaks();
    assertEquals(REFUSED, answer(next().resumes(first.sessionId, other.token, 0)));
  }

  @Test
  void bySomebodyElse() {
    first.breaks();
    ResumeFixture.Link bob = fixture.connect("bob");
    bob.answers();
    assertEquals(REFUSED, answer(bob.resumes(first, 0)));
    ResumeFixture.Link nobody = fixture.connect();
    nobody.answers();
    assertEquals(REFUSED, answer(nobody.resumes(first, 0)));
    assertEquals(List.of("resumed 0"), answer(next().resumes(first, 0)));
  }

  @Test
  void ofOneThatHasEnded() {
    first.breaks();
    fixture.advance(ConversationFixture.WINDOW.plusSeconds(1));
    assertEquals(REFUSED, answer(next().resumes(first, 0)));
  }

  @Test
  void ofOneThatTheClientHasClosed() {
    first.connection.closed(1000);
    assertEquals(REFUSED, answer(next().resumes(first, 0)));
  }

  @Test
  void ofTheConnectionsOwnSession() {
    ResumeFixture.Link second = next();
    assertEquals(REFUSED, answer(second.resumes(second, 0)));
  }

  @Test
  void withMoreMessagesThanThereWere() {
    first.saysType("start").breaks();

    assertEquals(List.of("error BAD_COUNT", "close 4400"), answer(next().resumes(first, 2)));
    assertEquals(List.of("resumed 1"), answer(next().resumes(first, 1)));
  }

  @Test
  void twiceOnOneConnection() {
    first.breaks();
    ResumeFixture.Link second = next();
    assertEquals(List.of("resumed 0"), answer(second.resumes(first, 0)));

    assertEquals(List.of("error FLOOD", "close 4429"), answer(second.resumes(first, 0)));
  }

  @Test
  void onAConnectionThatHasBegunSomethingElse() {
    first.breaks();
    ResumeFixture.Link second = next().saysType("start");
    second.answers();

    assertEquals(List.of("error ALREADY_STARTED"), answer(second.resumes(first, 0)));
    assertEquals(List.of("resumed 0"), answer(next().resumes(first, 0)));
  }

  @Test
  void withoutAField() {
    assertEquals(
        List.of("error BAD_FIELD"), answer(next().says("{\"type\":\"resume\",\"received\":-1}")));
    assertEquals(
        List.of("error RESUME_LOST", "close 4410"),
        answer(next().says("{\"type\":\"resume\",\"received\":0}")));
  }

  @Test
  void byAConnectionThatIsClosedMeanwhile() {
    first.breaks();
    ResumeFixture.Link second = next();
    second.line.text(
        "{\"type\":\"resume\",\"sessionId\":\""
            + first.sessionId
            + "\",\"resumeToken\":\""
            + first.token
            + "\",\"received\":0}");
    second.connection.closed(1006);
    fixture.scheduler.run();

    assertEquals(List.of("resumed 0"), answer(next().resumes(first, 0)));
  }

  @Test
  void isLoggedWithItsReasonAndAnsweredWithoutIt() {
    ResumeFixture.Link ended = fixture.connect("ann");
    ended.connection.closed(1000);
    first.breaks();
    ResumeFixture.Link bob = fixture.connect("bob");
    bob.answers();

    Set<List<String>> answers = new LinkedHashSet<>();
    Set<String> reasons = new LinkedHashSet<>();
    List<ResumeFixture.Link> links = List.of(next(), next(), next(), next(), bob);
    List<String> ids =
        List.of(
            "nobody", ended.sessionId, first.sessionId, links.get(3).sessionId, first.sessionId);
    List<String> tokens =
        List.of(first.token, ended.token, "guessed", links.get(3).token, first.token);
    for (int i = 0; i < links.size(); i++) {
      try (LogCapture log = new LogCapture()) {
        answers.add(links.get(i).resumes(ids.get(i), tokens.get(i), 0).frames());
        List<String> lines = log.lines(Message.RESUME_REFUSED);
        assertEquals(1, lines.size(), () -> lines.toString());
        reasons.addAll(lines);
        assertTrue(
            log.lines().stream().noneMatch(line -> line.contains(first.token)),
            "the token is in the log");
      }
    }

    assertEquals(1, answers.size(), () -> answers.toString());
    assertEquals(3, reasons.size(), () -> reasons.toString());
  }

  @Test
  void isLoggedAlsoIfItsCountIsWrongOrItComesTooLateOrTooOften() {
    first.saysType("start").breaks();
    try (LogCapture log = new LogCapture()) {
      next().resumes(first, 2);
      assertEquals(1, log.lines(Message.RESUME_REFUSED).size());
      ResumeFixture.Link busy = next().saysType("start");
      busy.resumes(first, 1);
      assertEquals(2, log.lines(Message.RESUME_REFUSED).size());
      next().resumes(first, 1).resumes(first, 1);
      assertEquals(3, log.lines(Message.RESUME_REFUSED).size());
    }
  }

  private ResumeFixture.Link next() {
    ResumeFixture.Link link = fixture.connect("ann");
    link.answers();
    return link;
  }

  private static List<String> answer(ResumeFixture.Link link) {
    return link.answers();
  }
}

package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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

  private ResumeFixture.Link next() {
    ResumeFixture.Link link = fixture.connect("ann");
    link.answers();
    return link;
  }

  private static List<String> answer(ResumeFixture.Link link) {
    return link.answers();
  }
}

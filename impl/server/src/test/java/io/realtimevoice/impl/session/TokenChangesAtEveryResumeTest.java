package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenChangesAtEveryResumeTest {

  private final ResumeFixture fixture = new ResumeFixture();
  private final ResumeFixture.Link first = fixture.connect();
  private final ResumeFixture.Link second = resumed(first.token);

  @Test
  void toOneThatIsGood() {
    assertNotEquals(first.token, second.token);
    second.says("{\"type\":\"ack\",\"received\":0}").breaks();

    assertNotEquals(second.token, resumed(second.token).token);
  }

  @Test
  void andTheUsedOneIsNoneAnyMore() {
    second.says("{\"type\":\"ack\",\"received\":0}").breaks();

    assertEquals(List.of("error RESUME_LOST", "close 4410"), answers(first.token));
  }

  @Test
  void byAnyMessageThatShowsThatTheClientHasTheNewOne() {
    second.saysType("start").breaks();

    assertEquals(List.of("error RESUME_LOST", "close 4410"), answers(first.token));
  }

  /** The connection may break before the answer with the new one has reached the client. */
  @Test
  void butTheUsedOneIsGoodUntilThen() {
    second.breaks();
    ResumeFixture.Link third = resumed(first.token);
    third.breaks();
    ResumeFixture.Link fourth = resumed(first.token);
    fourth.says("{\"type\":\"ack\",\"received\":0}").breaks();

    assertEquals(List.of("error RESUME_LOST", "close 4410"), answers(third.token));
    assertEquals(List.of("resumed 0"), answers(fourth.token));
  }

  @Test
  void aRepeatedHelloShowsNothing() {
    second.saysType("hello").breaks();

    assertEquals(List.of("resumed 0"), answers(first.token));
  }

  private ResumeFixture.Link resumed(String token) {
    first.breaks();
    ResumeFixture.Link link = fixture.connect();
    link.answers();
    link.resumes(first.sessionId, token, 0);
    assertEquals(List.of("resumed 0"), link.answers());
    return link;
  }

  private List<String> answers(String token) {
    ResumeFixture.Link link = fixture.connect();
    link.answers();
    return link.resumes(first.sessionId, token, 0).answers();
  }
}

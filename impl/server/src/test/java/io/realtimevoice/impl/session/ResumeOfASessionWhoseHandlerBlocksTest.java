package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call blocks when time passes in it: everything else runs meanwhile, as on other threads. */
class ResumeOfASessionWhoseHandlerBlocksTest {

  private static final Duration TOO_LONG = ConversationFixture.HANDLER_TIMEOUT.plusSeconds(1);
  private static final List<String> REFUSED = List.of("error RESUME_LOST", "close 4410");

  private final ResumeFixture fixture = new ResumeFixture();
  private final ResumeFixture.Link first = fixture.connect().saysType("start");
  private final List<String> whileBlocked = new ArrayList<>();

  @Test
  void isRefusedWhenTheSessionFails() {
    fixture.application.inAudio =
        () -> {
          ResumeFixture.Link second = comesBack(first.token);
          fixture.advance(TOO_LONG);
          whileBlocked.addAll(second.answers());
        };
    first.plays(1, 2);

    assertEquals(REFUSED, whileBlocked);
    assertEquals(List.of("open", "audio 0102", "close FAILED"), fixture.application.calls());
    assertEquals(0, fixture.sessions.size());
  }

  @Test
  void isRefusedAtOnceFromThenOn() {
    fixture.application.inAudio =
        () -> {
          fixture.advance(TOO_LONG);
          whileBlocked.addAll(comesBack(first.token).answers());
        };
    first.plays(1, 2);

    assertEquals(REFUSED, whileBlocked);
  }

  @Test
  void isRefusedWithAWrongTokenJustAsWell() {
    fixture.application.inAudio =
        () -> {
          ResumeFixture.Link second = comesBack("guessed");
          fixture.advance(TOO_LONG);
          whileBlocked.addAll(second.answers());
        };
    first.plays(1, 2);

    assertEquals(REFUSED, whileBlocked);
  }

  @Test
  void isServedIfItReturnsInTime() {
    ResumeFixture.Link second = fixture.connect();
    fixture.application.inAudio =
        () -> {
          second.answers();
          second.resumes(first, 1);
          fixture.advance(ConversationFixture.HANDLER_TIMEOUT.minusSeconds(1));
          whileBlocked.addAll(second.answers());
        };
    first.plays(1, 2);

    assertEquals(List.of(), whileBlocked);
    assertEquals(List.of("resumed 2"), second.answers());
  }

  private ResumeFixture.Link comesBack(String token) {
    ResumeFixture.Link link = fixture.connect();
    link.answers();
    return link.resumes(first.sessionId, token, 1);
  }
}

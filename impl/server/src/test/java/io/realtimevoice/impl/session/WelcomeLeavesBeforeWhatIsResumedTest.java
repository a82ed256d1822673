package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.impl.connection.ManualScheduler;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A client is READY when a welcome answers its hello: what it missed must not come before, though
 * the hello is one session's business and the resume another's.
 */
class WelcomeLeavesBeforeWhatIsResumedTest {

  private static final int ORDERS = 500;

  @Test
  void inWhateverOrderThreadsGetTheirTurn() {
    for (int seed = 0; seed < ORDERS; seed++) {
      ResumeFixture fixture = new ResumeFixture(ManualScheduler.inAnyOrder(seed));
      ResumeFixture.Link first = fixture.connect().saysType("start").breaks();
      ResumeFixture.Link second = fixture.connectSilently();
      second.line.text("{\"type\":\"hello\",\"nonce\":\"n-1\"}");
      second.line.text(second.resume(first.sessionId, first.token, 0));

      assertEquals(List.of("welcome", "resumed 1", "ready"), second.answers(), "seed " + seed);
    }
  }
}

package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientThatReadsTooSlowlyForItsMessagesTest {

  private final ConversationFixture fixture = new ConversationFixture();

  @Test
  void isToldSoAndClosedWith4429BeforeItsOutboxOverflows() {
    fixture.line.transport.completedByHand();
    for (int i = 0; i < 10_000; i++) {
      fixture.saysType("start");
    }
    fixture.line.scheduler.run();
    fixture.line.transport.completedAtOnce();
    fixture.line.transport.complete();
    List<String> answers = fixture.answers();

    int last = answers.size() - 1;
    assertEquals(List.of("error FLOOD", "close 4429"), answers.subList(last - 1, last + 1));
    assertTrue(answers.subList(0, last - 1).stream().allMatch("ready"::equals));
    assertTrue(fixture.leftNothing());
  }
}

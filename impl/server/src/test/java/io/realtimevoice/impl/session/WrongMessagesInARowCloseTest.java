package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrongMessagesInARowCloseTest {

  private final ConversationFixture fixture = new ConversationFixture();

  @Test
  void with4400AtTheLimit() {
    wrong(ConversationFixture.MAX_ERRORS - 1);
    assertEquals(
        Collections.nCopies(ConversationFixture.MAX_ERRORS - 1, "error MALFORMED"),
        fixture.answers());

    wrong(1);
    assertEquals(
        List.of("error MALFORMED", "error TOO_MANY_ERRORS", "close 4400"), fixture.answers());
    assertTrue(fixture.leftNothing());
  }

  @Test
  void aBurstOfTenThousandIsAnsweredNoLongerThanThat() {
    wrong(10_000);

    assertEquals(ConversationFixture.MAX_ERRORS + 2, fixture.answers().size());
    assertTrue(fixture.leftNothing());
  }

  @Test
  void aGoodMessageBetweenThemBeginsTheRowAnew() {
    fixture.saysType("start");
    for (int i = 0; i < 10; i++) {
      wrong(ConversationFixture.MAX_ERRORS - 1);
      fixture.plays(1, 2);
      wrong(ConversationFixture.MAX_ERRORS - 1);
      fixture.saysType("hello").answers();
    }

    assertTrue(fixture.line.connection.isOpen());
  }

  @Test
  void strayAudioIsNoWrongMessage() {
    for (int i = 0; i < 10_000; i++) {
      fixture.plays(1, 2);
    }

    assertEquals(List.of("error AUDIO_WITHOUT_START"), fixture.answers());
  }

  private void wrong(int times) {
    for (int i = 0; i < times; i++) {
      fixture.says("?");
    }
  }
}

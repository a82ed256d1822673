package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TooBigMessageClosesTest {

  private final ConversationFixture fixture = new ConversationFixture();

  @Test
  void text() {
    String start = "{\"type\":\"start\"}";
    fixture.says(start + " ".repeat(ConversationFixture.MAX_TEXT - start.length()));
    assertEquals(List.of("ready"), fixture.answers());

    fixture.says(" ".repeat(ConversationFixture.MAX_TEXT + 1));
    assertEquals(List.of("error TOO_BIG", "close 1009"), fixture.answers());
    assertEquals(List.of("open", "close REFUSED"), fixture.application.calls());
    assertTrue(fixture.leftNothing());
  }

  @Test
  void binary() {
    fixture.saysType("start").plays(new int[ConversationFixture.MAX_BINARY]);
    assertEquals(List.of("ready"), fixture.answers());

    fixture.plays(new int[ConversationFixture.MAX_BINARY + 2]).plays(1, 2);
    assertEquals(List.of("error TOO_BIG", "close 1009"), fixture.answers());
    assertEquals("close REFUSED", fixture.application.calls().get(2));
    assertEquals(3, fixture.application.calls().size());
    assertTrue(fixture.leftNothing());
  }

  @Test
  void theErrorNamesTheLimit() {
    fixture.says(" ".repeat(ConversationFixture.MAX_TEXT + 1));

    assertTrue(fixture.messages().get(0).getString("message").contains("1000"));
  }
}

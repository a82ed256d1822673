package io.realtimevoice.impl.interceptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.impl.log.LogCapture;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.websocket.FakeSession;
import io.realtimevoice.interceptor.Logged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoggedMethodsTest {

  @ApplicationScoped
  static class Chat {
    @Logged
    String message(Session session, String text) {
      if (text.equals("bad")) {
        throw new IllegalArgumentException("planned");
      }
      return text;
    }

    String unlogged(Session session, String text) {
      return text;
    }
  }

  private final Application<Chat> application = new Application<>(Chat.class);
  private final Chat chat = application.bean();
  private final FakeSession peer = new FakeSession("c-1");
  private final LogCapture log = new LogCapture();

  @AfterEach
  void stop() {
    log.close();
    application.close();
  }

  @Test
  void haveALineWithTheConnectionAndTheStepAndNothingOfTheMessage() {
    assertEquals("payload", chat.message(peer.session(), "payload"));

    assertEquals(1, log.lines(Message.STEP).size());
    assertTrue(log.lines(Message.STEP).get(0).startsWith("RV0501 [c-1] Chat.message took "));
    assertTrue(log.lines().stream().noneMatch(line -> line.contains("payload")));
  }

  @Test
  void haveAnotherLineWhenTheyThrowAndStillThrow() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> chat.message(peer.session(), "bad"));

    assertTrue(
        log.lines(Message.STEP_FAILED).get(0).startsWith("RV0503 [c-1] Chat.message failed after"));
    assertSame(thrown, log.causes(Message.STEP_FAILED).get(0));
  }

  @Test
  void areOnlyThoseWithTheBinding() {
    chat.unlogged(peer.session(), "text");

    assertEquals(0, log.lines().size());
  }
}

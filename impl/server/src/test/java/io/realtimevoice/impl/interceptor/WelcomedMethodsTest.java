package io.realtimevoice.impl.interceptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.realtimevoice.impl.log.LogCapture;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.websocket.FakeSession;
import io.realtimevoice.interceptor.Welcomed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WelcomedMethodsTest {

  @Welcomed
  @ApplicationScoped
  static class Chat {
    final List<Integer> writtenBefore = new ArrayList<>();
    FakeSession peer;

    void peer(FakeSession value) {
      peer = value;
    }

    List<Integer> writtenBefore() {
      return writtenBefore;
    }

    void open(Session session, EndpointConfig config) {
      writtenBefore.add(peer.written().size());
      if (session.getId().equals("broken")) {
        throw new LinkageError("secret of the application");
      }
    }

    void message(Session session, String text) {
      if (text.equals("bad")) {
        throw new IllegalArgumentException("planned");
      }
    }

    void close(Session session, CloseReason reason) {}

    void error(Session session, Throwable error) {}

    String withoutSession(String text) {
      return text;
    }
  }

  private final Application<Chat> application = new Application<>(Chat.class);
  private final Chat chat = application.bean();

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void areWelcomedWhenTheOneThatOpensHasReturned() {
    FakeSession peer = open("c-1");

    assertEquals(List.of(0), chat.writtenBefore());
    assertEquals(List.of("welcome", "ping"), peer.written("type"));
  }

  @Test
  void areWelcomedAgainUntilAMessageComes() {
    FakeSession peer = open("c-1");
    application.advance(1_000);
    chat.message(peer.session(), "hello");
    application.advance(60_000);

    assertEquals(List.of("1", "ping", "2", "3"), peer.written("attempt"));
  }

  @Test
  void getAnErrorAndACloseIfTheOneThatOpensThrowsWhateverItThrows() {
    try (LogCapture log = new LogCapture()) {
      FakeSession peer = open("broken");

      assertEquals(List.of("error", "close 1011 internal error"), peer.written("type"));
      assertEquals(
          List.of("RV0506 [broken] Chat.open has thrown; closing with 1011"),
          log.lines(Message.OPEN_FAILED));
      assertFalse(peer.written().get(0).contains("secret"));
    }
  }

  @Test
  void letPassWhatAnotherMethodThrows() {
    FakeSession peer = open("c-1");

    assertThrows(IllegalArgumentException.class, () -> chat.message(peer.session(), "bad"));
    assertEquals(List.of("welcome", "ping"), peer.written("type"));
  }

  @Test
  void doNotMixTheirConnections() {
    FakeSession silent = open("c-1");
    FakeSession answers = open("c-2");
    chat.message(answers.session(), "hello");
    application.advance(500);

    assertEquals(List.of("1", "ping", "2"), silent.written("attempt"));
    assertEquals(List.of("1", "ping"), answers.written("attempt"));
  }

  @Test
  void leaveNothingBehindWhenTheConnectionHasEnded() {
    FakeSession peer = open("c-1");
    assertEquals(1, application.connections());
    peer.open(false);
    chat.close(peer.session(), new CloseReason(CloseCodes.NORMAL_CLOSURE, ""));
    application.advance(60_000);

    assertEquals(0, application.connections());
    assertEquals(List.of("welcome", "ping"), peer.written("type"));
  }

  @Test
  void areNoneOfOursWithoutASession() {
    assertEquals("text", chat.withoutSession("text"));
    assertEquals(0, application.connections());
  }

  private FakeSession open(String id) {
    FakeSession peer = new FakeSession(id);
    chat.peer(peer);
    chat.open(peer.session(), null);
    application.advance(0);
    return peer;
  }
}

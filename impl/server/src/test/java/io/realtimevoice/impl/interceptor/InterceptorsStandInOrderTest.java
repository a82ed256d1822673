package io.realtimevoice.impl.interceptor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.impl.log.LogCapture;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.websocket.FakeSession;
import io.realtimevoice.interceptor.Logged;
import io.realtimevoice.interceptor.StateChecked;
import io.realtimevoice.interceptor.Welcomed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logged around StateChecked around Welcomed, whatever the order of the annotations. */
class InterceptorsStandInOrderTest {

  @Welcomed
  @StateChecked
  @Logged
  @ApplicationScoped
  static class Chat {
    void open(Session session) {}
  }

  @Test
  void nothingIsWelcomedBeforeItIsOpenAndAllOfItIsLogged() {
    try (Application<Chat> application = new Application<>(Chat.class);
        LogCapture log = new LogCapture()) {
      FakeSession peer = new FakeSession("c-1").open(false);
      application.bean().open(peer.session());
      application.advance(99);
      assertEquals(List.of(), peer.written());
      assertEquals(1, log.lines(Message.STEP).size());
      assertEquals(1, log.lines(Message.STATE_RETRIED).size());
      peer.open(true);
      application.advance(1);

      assertEquals(List.of("welcome", "ping"), peer.written("type"));
    }
  }
}

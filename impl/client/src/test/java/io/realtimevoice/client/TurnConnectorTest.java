package io.realtimevoice.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.client.transport.SocketListener;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.protocol.CloseCode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnConnectorTest {

  private final ManualClock turns = new ManualClock();
  private final FakeServer server = new FakeServer();
  private final List<String> events = new ArrayList<>();
  private final SocketListener listener =
      new SocketListener() {
        @Override
        public void onOpen() {
          events.add("open");
        }

        @Override
        public void onText(String text) {
          events.add(text);
        }

        @Override
        public void onBinary(ByteBuffer data) {
          events.add("binary");
        }

        @Override
        public void onClose(int code, String reason) {
          events.add("close " + code);
        }

        @Override
        public void onFailure(Finding finding, long retryAfterMs) {
          events.add("failure");
        }
      };

  @Test
  void takesEventsIntoTheTurn() {
    new TurnConnector(server, turns).connect(listener);
    server.connection().open();
    server.connection().receive("text");
    server.connection().lose(1006);
    assertEquals(List.of(), events);
    turns.run();

    assertEquals(List.of("open", "text", "close 1006"), events);
  }

  @Test
  void closesAConnectionWhoseListenerIsTooSlow() {
    new TurnConnector(server, turns).connect(listener);
    ByteBuffer megabyte = ByteBuffer.allocate(1024 * 1024);
    for (int i = 0; i < 20; i++) {
      server.connection().listener.onBinary(megabyte);
    }
    assertEquals(CloseCode.TOO_SLOW.code(), server.connection().closedWith);
    turns.run();

    assertEquals(8, events.size());
    assertEquals("close 4481", events.get(7));
  }
}

package io.realtimevoice.impl.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.protocol.CloseCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A peer that reads nothing does not keep its socket for ever, where the container can help it. */
class CloseDoesNotLingerTest {

  private final FakeSession session = new FakeSession("c-1");
  private final WebSocketTransport transport = new WebSocketTransport(session.session());

  @Test
  void fromTheCloseOnTheConnectionMayBeIdleForSomeSecondsOnly() {
    assertEquals(0, session.maxIdleTimeout());
    transport.close(CloseCode.TOO_SLOW);

    assertEquals(10_000, session.maxIdleTimeout());
    assertEquals(List.of("close 4481 reads too slowly"), session.written());
  }

  @Test
  void aConnectionThatIsGoneIsNoReasonToFail() {
    session.open(false);
    transport.close(CloseCode.TOO_SLOW);

    assertEquals(0, session.maxIdleTimeout());
  }
}

package io.realtimevoice.impl.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.log.LogCapture;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.protocol.ErrorCode;
import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class FarewellTest {

  private final ConnectionsFixture fixture = new ConnectionsFixture();
  private final FakeSession session = new FakeSession("c-1");
  private final Connection connection = fixture.connections.of(session.session());
  private final Farewell farewell = new Farewell(new JsonbCodec(JsonbBuilder.create()));

  @Test
  void saysWhyAndCloses() {
    try (LogCapture log = new LogCapture()) {
      farewell.say(connection, ErrorCode.TOO_BIG, "1024", Locale.ENGLISH);
      fixture.advance(0);

      assertEquals(
          List.of(
              "{\"type\":\"error\",\"message\":\"The message is too long (1024 at most); the"
                  + " connection is closed.\",\"code\":\"TOO_BIG\",\"fatal\":true}",
              "close 1009 message too big"),
          session.written());
      assertEquals(List.of("RV0304 [c-1] error TOO_BIG 1024"), log.lines(Message.CLIENT_ERROR));
    }
  }

  @Test
  void isSaidOnce() {
    farewell.say(connection, ErrorCode.TOO_BIG, "1024", Locale.ENGLISH);
    farewell.say(connection, ErrorCode.INTERNAL, "", Locale.ENGLISH);
    fixture.advance(0);

    assertEquals(List.of("TOO_BIG", "close 1009 message too big"), session.written("code"));
  }

  @Test
  void isNotSaidToNobody() {
    connection.closed(1000);
    farewell.say(connection, ErrorCode.INTERNAL, "", Locale.ENGLISH);
    fixture.advance(0);

    assertEquals(List.of(), session.written());
  }

  @Test
  void needsAFatalError() {
    assertThrows(
        NoSuchElementException.class,
        () -> farewell.say(connection, ErrorCode.BAD_FIELD, "", Locale.ENGLISH));
  }
}

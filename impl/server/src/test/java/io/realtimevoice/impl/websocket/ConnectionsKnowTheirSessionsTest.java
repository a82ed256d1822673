package io.realtimevoice.impl.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.log.LogCapture;
import io.realtimevoice.impl.log.Message;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionsKnowTheirSessionsTest {

  private final ConnectionsFixture fixture = new ConnectionsFixture();
  private final FakeSession session = new FakeSession("c-1");

  @Test
  void oneConnectionForEach() {
    Connection connection = fixture.connections.of(session.session());

    assertSame(connection, fixture.connections.of(session.session()));
    assertNotSame(connection, fixture.connections.of(new FakeSession("c-2").session()));
    assertEquals("c-1", connection.id());
    assertEquals(2, fixture.connections.size());
  }

  @Test
  void evenWhenItHasEnded() {
    Connection connection = fixture.connections.of(session.session());
    connection.closed(1000);

    assertSame(connection, fixture.connections.of(session.session()));
    assertEquals(0, fixture.connections.size());
    assertEquals(List.of("opened", "closed 1000"), fixture.events.told());
  }

  @Test
  void andOnlyThoseThatWereMade() {
    assertEquals(Optional.empty(), Connections.known(session.session()));
    Connection connection = fixture.connections.of(session.session());
    assertEquals(Optional.of(connection), Connections.known(session.session()));
  }

  @Test
  void andTakeThePongs() {
    Connection connection = fixture.connections.of(session.session());
    connection.welcome();
    fixture.advance(0);
    assertEquals(List.of("welcome 1", "ping"), session.written());
    session.pong();

    assertEquals("received at 0", fixture.events.told().get(3));
  }

  @Test
  void andDoWithoutPongsWhereTheEndpointTakesThem() {
    try (LogCapture log = new LogCapture()) {
      fixture.connections.of(session.withPongHandler().session()).welcome();
      fixture.advance(0);

      assertEquals("welcome 1", session.written().get(0));
      assertEquals(1, log.lines(Message.NO_PONG).size());
    }
  }

  @Test
  void andLeaveNothingBehind() {
    fixture.connections.of(session.session()).closed(1000);
    fixture.advance(1_000);

    assertEquals(0, fixture.scheduler.waiting());
  }
}

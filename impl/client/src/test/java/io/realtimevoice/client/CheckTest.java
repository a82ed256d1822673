package io.realtimevoice.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.client.FakeServer.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTest {

  private final Fixture client = new Fixture();

  @Test
  void asksOnceAndIsContentWithAnAnswer() {
    Connection connection = client.connected();
    client.machine.check();
    client.machine.check();
    assertEquals(List.of("hello", "hello"), connection.types());
    connection.welcome();
    client.clock.advance(60_000);

    assertEquals(ClientState.READY, client.state());
    assertEquals(1, client.server.connections.size());
  }

  @Test
  void givesUpAConnectionThatDoesNotAnswer() {
    Connection connection = client.connected();
    client.machine.check();
    client.clock.advance(4_000);

    assertEquals(ClientState.RECOVERING, client.state());
    assertEquals(4480, connection.closedWith);
    assertTrue(
        client.timeline().contains("4000 lost CONNECTION_LOST"), client.timeline()::toString);
  }

  @Test
  void triesAtOnceWhileRecoveringAndCountsItNoSecondTime() {
    client.connected().lose(1006);
    client.machine.check();

    assertEquals(ClientState.CONNECTING, client.state());
    assertEquals(1, client.machine.retries());
  }
}

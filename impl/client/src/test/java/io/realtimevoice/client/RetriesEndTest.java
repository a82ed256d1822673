package io.realtimevoice.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.realtimevoice.client.FakeServer.Connection;
import io.realtimevoice.diagnosis.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesEndTest {

  private final Fixture client = new Fixture();

  @ParameterizedTest
  @ValueSource(ints = {1000, 1005, 1006})
  void withAServerThatOpensAndClosesForEver(int code) {
    client.server.whenConnecting =
        socket ->
            client.clock.after(
                0,
                () -> {
                  socket.open();
                  socket.lose(code);
                });
    client.connect();
    client.clock.advance(600_000);

    assertEquals(4, client.server.connections.size());
    assertEquals(1, client.told.finals.size());
    assertEquals(code, client.told.finals.get(0).closeCode());
    assertEquals(3, client.machine.retries());
    assertEquals(0, client.clock.waiting());
  }

  @Test
  void withAServerThatClosesAtOnceAfterTheWelcomeForEver() {
    client.server.whenConnecting =
        socket ->
            client.clock.after(
                0,
                () -> {
                  socket.openAndWelcome();
                  socket.lose(1006);
                });
    client.connect();
    client.clock.advance(600_000);

    assertEquals(4, client.told.ready);
    assertEquals(List.of(Verdict.CONNECTION_LOST), client.told.finalVerdicts());
  }

  @Test
  void unlessTheConnectionWasReadyForFiveSeconds() {
    client.connected();
    lose();
    client.clock.advance(4_999);
    lose();
    assertEquals(2, client.machine.retries());
    client.clock.advance(5_000);

    assertEquals(0, client.machine.retries());
  }

  @Test
  void andMayBeginAgainWithAllOfThem() {
    client.connect();
    for (int i = 0; i < 4; i++) {
      client.server.connection().lose(1006);
      client.clock.advance(2_000);
    }
    assertEquals(List.of(Verdict.CONNECT_FAILED), client.told.finalVerdicts());
    assertFalse(client.told.finals.get(0).advice().isEmpty());
    client.connect();

    assertEquals(ClientState.CONNECTING, client.state());
    assertEquals(0, client.machine.retries());
  }

  @Test
  void countingALostConnectionAsTheFirst() {
    client.connected();
    client.clock.advance(10_000);
    client.told.states.clear();
    lose();

    assertEquals(
        List.of(
            ClientState.RECOVERING,
            ClientState.CONNECTING,
            ClientState.OPEN,
            ClientState.HELLO_SENT,
            ClientState.WELCOMED,
            ClientState.READY),
        client.told.states);
    assertEquals(1, client.machine.retries());
  }

  @Test
  void andHearNothingOfAnOlderSocket() {
    Connection older = client.connected();
    older.lose(1006);
    client.clock.advance(2_000);
    older.lose(1006);
    older.open();
    older.welcome();

    assertEquals(ClientState.CONNECTING, client.state());
    assertEquals(1, client.machine.retries());
  }

  private void lose() {
    client.server.connection().lose(1006);
    client.clock.advance(2_000);
    client.server.connection().openAndWelcome();
  }
}

package io.realtimevoice.client;

import static io.realtimevoice.client.Fixture.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.client.FakeServer.Connection;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.ServerMessage;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ClosingTest {

  private final Fixture client = new Fixture();

  @Test
  void endsEverythingAndLeavesNoTimer() {
    Connection connection = client.connected();
    CompletionStage<VoiceStream> starting = client.start();
    client.machine.close();
    client.machine.close();

    assertEquals(Verdict.CONNECTION_LOST, failure(starting).verdict());
    assertEquals(1000, connection.closedWith);
    assertEquals(0, client.clock.waiting());
    assertEquals(List.of(), client.told.finals);
    connection.lose(1000);
    assertEquals(ClientState.CLOSED, client.state());
    assertEquals(1, client.timeline().stream().filter(line -> line.endsWith("closed")).count());
  }

  @Test
  void endsTheWaitForTheFirstConnection() {
    CompletionStage<ServerMessage.Welcome> connecting = client.connect();
    client.machine.close();

    assertEquals(Verdict.CONNECTION_LOST, failure(connecting).verdict());
    assertEquals(0, client.clock.waiting());
  }

  @Test
  void endsThePauseBeforeARetry() {
    client.connected().lose(1006);
    client.machine.close();
    client.clock.advance(60_000);

    assertEquals(1, client.server.connections.size());
    assertEquals(ClientState.CLOSED, client.state());
  }

  @Test
  void mayBeFollowedByAnotherConnect() {
    client.connected();
    client.machine.close();
    CompletionStage<ServerMessage.Welcome> again = client.connect();
    client.server.connection().openAndWelcome();

    assertEquals("s", again.toCompletableFuture().join().sessionId());
  }

  @Test
  void sharesTheFirstConnectWithASecond() {
    CompletionStage<ServerMessage.Welcome> first = client.connect();
    CompletionStage<ServerMessage.Welcome> second = client.connect();
    client.server.connection().openAndWelcome();

    assertEquals(1, client.server.connections.size());
    assertEquals(first.toCompletableFuture().join(), second.toCompletableFuture().join());
  }
}

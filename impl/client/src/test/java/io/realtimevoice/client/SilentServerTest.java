package io.realtimevoice.client;

import static io.realtimevoice.client.Fixture.failure;
import static io.realtimevoice.client.Fixture.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class SilentServerTest {

  private final Fixture client = new Fixture();

  @Test
  void isNoticedAndAskedAgainAndGivenUp() {
    client.server.whenConnecting = socket -> client.clock.after(0, socket::open);
    CompletionStage<ServerMessage.Welcome> connecting = client.connect();
    client.clock.advance(60_000);

    List<String> golden = new ArrayList<>();
    golden.add("0 connecting 1");
    golden.addAll(attempt(0));
    golden.add("4000 failed SERVER_SILENT");
    golden.add("4000 retry 1 2000");
    golden.add("6000 connecting 2");
    golden.addAll(attempt(6_000));
    golden.add("10000 failed SERVER_SILENT");
    golden.add("10000 retry 2 2000");
    golden.add("12000 connecting 3");
    golden.addAll(attempt(12_000));
    golden.add("16000 failed SERVER_SILENT");
    golden.add("16000 retry 3 2000");
    golden.add("18000 connecting 4");
    golden.addAll(attempt(18_000));
    golden.add("33000 failed SERVER_SILENT");
    golden.add("33000 final SERVER_SILENT");
    assertEquals(golden, client.timeline());
    assertEquals(4, client.server.connections.size());
    assertEquals(List.of(Verdict.SERVER_SILENT), client.told.finalVerdicts());
    assertEquals(4, client.told.silences.size());
    assertEquals(Verdict.SERVER_SILENT, failure(connecting).verdict());
    assertEquals(ClientState.CLOSED, client.state());
    assertEquals(0, client.clock.waiting());
    client.server.connections.forEach(socket -> assertEquals(4480, socket.closedWith));
  }

  @Test
  void hearsTheSameNonceInAllHellosOfAConnection() {
    client.connect();
    client.server.connection().open();
    client.clock.advance(3_999);

    assertEquals(List.of("hello", "hello", "hello", "hello"), client.server.connection().types());
    for (int i = 0; i < 4; i++) {
      assertEquals("n-1", client.server.connection().message(i).getString("nonce"));
    }
  }

  @Test
  void thatSpeaksAfterThreeSecondsIsReadyOnTheFirstConnection() {
    CompletionStage<ServerMessage.Welcome> connecting = client.connect();
    client.server.connection().open();
    client.clock.advance(3_000);
    client.server.connection().welcome();
    client.clock.advance(60_000);

    assertEquals(
        List.of(
            ClientState.CONNECTING,
            ClientState.OPEN,
            ClientState.HELLO_SENT,
            ClientState.WELCOMED,
            ClientState.READY),
        client.told.states);
    assertEquals("s", connecting.toCompletableFuture().join().sessionId());
    assertEquals(0, client.machine.retries());
    assertEquals(1, client.server.connections.size());
    assertEquals(0, client.clock.waiting());
  }

  @Test
  void thatIsSlowerStillIsReadyOnTheLastConnection() {
    client.server.whenConnecting =
        socket -> {
          client.clock.after(0, socket::open);
          client.clock.after(14_000, socket::welcome);
        };
    client.connect();
    client.clock.advance(32_000);

    assertEquals(ClientState.READY, client.state());
    assertEquals(4, client.server.connections.size());
  }

  @Test
  void thatNeverAnswersTheHelloDoesNotHearUs() {
    Fixture once = new Fixture(settings(0));
    once.connect();
    once.server.connection().open();
    once.server.connection().welcome("another");
    assertEquals(ClientState.WELCOMED, once.state());
    once.clock.advance(15_000);

    assertEquals(List.of(Verdict.HELLO_LOST_UPSTREAM), once.told.finalVerdicts());
    assertEquals(0, once.told.ready);
  }

  @Test
  void behindANetworkThatDropsEveryPacketIsGivenUpAfterFifteenSeconds() {
    Fixture once = new Fixture(settings(0));
    once.connect();
    once.clock.advance(14_999);
    assertEquals(List.of(), once.told.finals);
    once.clock.advance(1);

    assertEquals(List.of(Verdict.CONNECT_TIMED_OUT), once.told.finalVerdicts());
    assertNotEquals(0, once.server.connection().closedWith);
  }

  @Test
  void isNotBlamedForAHandshakeThatNeverBegan() {
    Fixture once = new Fixture(settings(0));
    once.server.threadsAreFree = false;
    once.connect();
    once.clock.advance(15_000);

    VoiceProblem problem = once.told.finals.get(0);
    assertEquals(Verdict.CONNECT_FAILED, problem.verdict());
    assertEquals(List.of("no thread was free for the handshake in 15000 ms"), problem.evidence());
  }

  @Test
  void hasAllTheTimeThereIsFromTheBeginOfTheHandshake() {
    Fixture once = new Fixture(settings(0));
    once.server.threadsAreFree = false;
    once.connect();
    once.clock.advance(14_000);
    once.server.connection().listener.onBegin();
    once.clock.advance(14_999);
    assertEquals(List.of(), once.told.finals);
    once.clock.advance(1);

    assertEquals(List.of(Verdict.CONNECT_TIMED_OUT), once.told.finalVerdicts());
    assertEquals(0, once.clock.waiting());
  }

  private static List<String> attempt(long from) {
    return List.of(
        from + " open",
        from + " hello 1",
        from + 800 + " hello 2",
        from + 1_600 + " hello 3",
        from + 3_200 + " hello 4",
        from + 4_000 + " silent SERVER_SILENT");
  }
}

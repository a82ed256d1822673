package io.realtimevoice.client;

import static io.realtimevoice.client.Fixture.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.client.FakeServer.Connection;
import io.realtimevoice.diagnosis.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class OutgoingTest {

  private final Fixture client = new Fixture();

  @Test
  void isOneMessageAtATimeInTheOrderOfTheCalls() {
    Connection connection = client.connected();
    VoiceStream stream = client.started(connection);
    client.server.sending = false;
    List<CompletionStage<Void>> sends = new ArrayList<>();
    for (byte i = 0; i < 3; i++) {
      sends.add(stream.send(ByteBuffer.wrap(new byte[] {i, i})));
    }
    stream.stop();
    client.clock.run();
    assertEquals(1, connection.audio.size());
    assertFalse(sends.get(0).toCompletableFuture().isDone());
    connection.leave();
    assertTrue(sends.get(0).toCompletableFuture().isDone());
    assertEquals(2, connection.audio.size());
    connection.leave();
    assertEquals(List.of("hello", "start"), connection.types());
    connection.leave();

    assertEquals(List.of("hello", "start", "stop"), connection.types());
    assertEquals(2, connection.audio.get(2)[0]);
  }

  @Test
  void leavesOutTheNewestAudioWhenTooMuchWaitsAndTellsOnceForAGap() {
    Connection connection = client.connected();
    VoiceStream stream = client.started(connection);
    client.server.sending = false;
    for (int i = 0; i < 9; i++) {
      stream.send(ByteBuffer.allocate(4_000));
    }
    CompletionStage<Void> tooMuch = stream.send(ByteBuffer.allocate(4_000));
    stream.send(ByteBuffer.allocate(4_000));
    client.clock.run();
    assertEquals(Verdict.UPLINK_TOO_SLOW, failure(tooMuch).verdict());
    assertEquals(List.of(4_000L), client.told.dropped);
    assertEquals(List.of(Verdict.UPLINK_TOO_SLOW), client.told.problemVerdicts());
    connection.leave();
    CompletionStage<Void> passes = stream.send(ByteBuffer.allocate(4_000));
    client.clock.run();

    assertFalse(passes.toCompletableFuture().isCompletedExceptionally());
    assertEquals(List.of(4_000L, 0L), client.told.dropped);
    while (!connection.unsent.isEmpty()) {
      connection.leave();
    }
    assertEquals(10, connection.audio.size());
    assertTrue(passes.toCompletableFuture().isDone());
  }

  @Test
  void endsTheConnectionIfAMessageDoesNotLeave() {
    Connection connection = client.connected();
    VoiceStream stream = client.started(connection);
    client.server.sending = false;
    CompletionStage<Void> sending = stream.send(ByteBuffer.allocate(2));
    client.clock.run();
    connection.unsent.get(0).done(new IOException("broken pipe"));
    connection.unsent.get(0).done(null);

    assertEquals(ClientState.RECOVERING, client.state());
    assertEquals(Verdict.CONNECTION_LOST, failure(sending).verdict());
    assertEquals(4480, connection.closedWith);
  }
}

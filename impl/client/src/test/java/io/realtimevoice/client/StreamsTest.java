package io.realtimevoice.client;

import static io.realtimevoice.client.Fixture.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.AudioFormat.Encoding;
import io.realtimevoice.client.FakeServer.Connection;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.ServerMessage;
import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class StreamsTest {

  private static final String STOPPED =
      "{\"type\":\"stopped\",\"message\":\"end\",\"logId\":\"c\",\"text\":\"42\",\"audioSize\":9}";

  private final Fixture client = new Fixture();

  @Test
  void startTakeAudioAndStop() {
    Connection connection = client.connected();
    CompletableFuture<VoiceStream> starting = new CompletableFuture<>();
    client.streams.start(
        StartFields.DEFAULT.engineType("tones").encoding(Encoding.WAV).with("roomId", 7), starting);
    JsonObject start = connection.message(1);
    assertEquals("start", start.getString("type"));
    assertEquals("tones", start.getString("engineType"));
    assertEquals(4, start.getInt("voiceFormat"));
    assertEquals(7, start.getInt("roomId"));
    connection.receive("{\"type\":\"ready\",\"message\":\"go\"}");
    VoiceStream stream = starting.join();
    CompletionStage<Void> sent = stream.send(ByteBuffer.allocate(640));
    client.clock.run();
    assertTrue(sent.toCompletableFuture().isDone());
    connection.receive("{\"type\":\"result\",\"voiceId\":\"v\",\"text\":\"42\",\"isFinal\":true}");
    CompletionStage<ServerMessage.Stopped> stopping = stream.stop();
    assertFalse(stream.isOpen());
    client.clock.run();
    connection.receive(STOPPED);

    assertEquals("42", stopping.toCompletableFuture().join().text());
    assertEquals(List.of("42"), client.told.results);
    assertEquals(1, client.told.stopped);
    assertEquals(List.of("hello", "start", "stop"), connection.types());
    assertEquals(640, connection.audio.get(0).length);
  }

  @Test
  void areOneAfterTheOther() {
    Connection connection = client.connected();
    for (int i = 0; i < 3; i++) {
      VoiceStream stream = client.started(connection);
      CompletionStage<ServerMessage.Stopped> stopping = stream.stop();
      client.clock.run();
      connection.receive(STOPPED);
      stopping.toCompletableFuture().join();
    }
    assertEquals(3, connection.types().stream().filter("start"::equals).count());
  }

  @Test
  void areNotThereBeforeReady() {
    assertEquals(Verdict.NOT_READY, failure(client.start()).verdict());
    client.connect();
    assertEquals(Verdict.NOT_READY, failure(client.start()).verdict());

    assertEquals(List.of(Verdict.NOT_READY, Verdict.NOT_READY), client.told.problemVerdicts());
  }

  @Test
  void areNotHarmedByASecondStart() {
    Connection connection = client.connected();
    CompletionStage<VoiceStream> starting = client.start();
    assertEquals(Verdict.ALREADY_STARTED, failure(client.start()).verdict());
    connection.receive("{\"type\":\"ready\"}");
    assertEquals(Verdict.ALREADY_STARTED, failure(client.start()).verdict());

    assertTrue(starting.toCompletableFuture().join().isOpen());
  }

  @Test
  void mayBeRefusedInTheWordsOfTheServerAndAskedForAgain() {
    Connection connection = client.connected();
    CompletionStage<VoiceStream> starting = client.start();
    connection.receive("{\"type\":\"error\",\"message\":\"quota\",\"code\":\"STREAM_REFUSED\"}");
    VoiceException refused = failure(starting);

    assertEquals(Verdict.STREAM_REFUSED, refused.verdict());
    assertEquals("quota", refused.problem().detail());
    assertTrue(client.started(connection).isOpen());
  }

  @Test
  void takeNothingAfterTheirEnd() {
    Connection connection = client.connected();
    VoiceStream stream = client.started(connection);
    stream.stop();
    client.clock.run();
    stream.stop();
    client.clock.run();
    assertEquals(Verdict.NOT_STARTED, failure(stream.send(ByteBuffer.allocate(2))).verdict());
    connection.receive(STOPPED);

    assertEquals("42", stream.stop().toCompletableFuture().join().text());
    assertEquals(1, connection.types().stream().filter("stop"::equals).count());
  }

  @Test
  void endWithTheirConnection() {
    Connection connection = client.connected();
    client.server.sending = false;
    VoiceStream stream = client.started(connection);
    CompletionStage<Void> sending = stream.send(ByteBuffer.allocate(2));
    client.clock.run();
    CompletionStage<ServerMessage.Stopped> stopping = stream.stop();
    client.clock.run();
    connection.lose(1006);

    assertEquals(Verdict.CONNECTION_LOST, failure(stopping).verdict());
    assertEquals(Verdict.CONNECTION_LOST, failure(sending).verdict());
    assertEquals(Verdict.CONNECTION_LOST, failure(stream.ended()).verdict());
    assertFalse(stream.isOpen());
  }

  @Test
  void endBeforeTheyBeginIfTheConnectionDoes() {
    Connection connection = client.connected();
    CompletionStage<VoiceStream> starting = client.start();
    connection.lose(4481);

    assertEquals(Verdict.TOO_SLOW_READER, failure(starting).verdict());
  }

  @Test
  void ofAnOlderConnectionSendNothingOnANewOne() {
    VoiceStream older = client.started(client.connected());
    client.server.connection().lose(1006);
    client.clock.advance(2_000);
    client.server.connection().openAndWelcome();
    client.started(client.server.connection());
    CompletionStage<Void> sending = older.send(ByteBuffer.allocate(2));
    client.clock.run();

    assertEquals(Verdict.CONNECTION_LOST, failure(sending).verdict());
    assertTrue(client.server.connection().audio.isEmpty());
  }

  @Test
  void maySendTheirAudioAsText() {
    Fixture text = new Fixture(Fixture.settings(3, 500, true));
    Connection connection = text.connected();
    VoiceStream stream = text.started(connection);
    stream.send(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}, 1, 2));
    text.clock.run();

    assertEquals("{\"type\":\"audio\",\"data\":\"AgM=\"}", connection.texts.get(2));
  }

  @Test
  void takeNoMoreAtOnceThanTheServer() {
    VoiceStream stream = client.started(client.connected());

    assertEquals(Verdict.TOO_BIG, failure(stream.send(ByteBuffer.allocate(4_001))).verdict());
    assertTrue(stream.isOpen());
  }
}

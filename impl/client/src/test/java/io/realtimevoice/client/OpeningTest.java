package io.realtimevoice.client;

import static io.realtimevoice.client.Fixture.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.client.FakeServer.Connection;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {

  private final Fixture client = new Fixture();

  @Test
  void keepsWhatComesBeforeTheOpenInItsOrder() {
    client.connect();
    Connection connection = client.server.connection();
    connection.welcome("n-1");
    connection.listener.onBinary(ByteBuffer.allocate(3));
    connection.receive("{\"type\":\"later\"}");
    assertEquals(List.of(ClientState.CONNECTING), client.told.states);
    assertEquals(List.of(), client.told.texts);
    connection.open();

    assertEquals(
        List.of("0 connecting 1", "0 open", "0 hello 1", "0 welcome 1", "0 ready"),
        client.timeline());
    assertEquals(2, client.told.texts.size());
    assertEquals(List.of(3), client.told.audio);
  }

  @Test
  void mayHappenWithinTheConnect() {
    client.server.whenConnecting =
        connection -> {
          connection.welcome("n-1");
          connection.open();
        };
    client.connect();

    assertEquals(ClientState.READY, client.state());
    assertEquals(List.of("hello"), client.server.connection().types());
  }

  @Test
  void tellsOfReadyOnceAndOnlyForTheAnswerToOurHello() {
    client.connect();
    client.server.connection().open();
    client.server.connection().welcome("another");
    assertEquals(0, client.told.ready);
    client.server.connection().welcome();
    client.server.connection().welcome();

    assertEquals(1, client.told.ready);
  }

  @Test
  void isReadyAtTheWelcomeOfAnOlderServerAndLetsItsComplaintBe() {
    client.connect();
    Connection connection = client.server.connection();
    connection.open();
    connection.receive("{\"type\":\"welcome\",\"message\":\"hi\",\"timestamp\":0}");
    connection.receive("{\"type\":\"error\",\"message\":\"unknown type\"}");
    connection.receive("{\"type\":\"error\",\"message\":\"a real one\"}");

    assertEquals(ClientState.READY, client.state());
    assertEquals(
        List.of("a real one"), client.told.errors.stream().map(ServerError::message).toList());
  }

  @Test
  void endsAtAnotherVersion() {
    client.connect();
    client.server.connection().open();
    client
        .server
        .connection()
        .receive("{\"type\":\"welcome\",\"message\":\"hi\",\"timestamp\":0,\"version\":2}");

    assertEquals(List.of(Verdict.VERSION_MISMATCH), client.told.finalVerdicts());
    assertEquals(1, client.server.connections.size());
    assertNotEquals(0, client.server.connection().closedWith);
    assertEquals(0, client.clock.waiting());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "[1]", "7", "null", "{\"type\":7}", "{}", "{} x", "<html></html>"})
  void endsAtWhatIsNoMessageOfOurs(String garbage) {
    client.connect();
    client.server.connection().open();
    client.server.connection().receive(garbage);

    assertEquals(List.of(Verdict.NOT_OUR_PROTOCOL), client.told.finalVerdicts());
    assertEquals(1, client.server.connections.size());
    assertNotEquals(0, client.server.connection().closedWith);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "[1]", "{\"type\":7}", "{\"type\":\"result\",\"text\":7}", "{} x"})
  void isNotUndoneByGarbage(String garbage) {
    client.connected().receive(garbage);

    assertEquals(List.of(Verdict.BAD_MESSAGE), client.told.problemVerdicts());
    assertEquals(ClientState.READY, client.state());
  }

  @Test
  void letsTypesBeThatAreNotKnown() {
    client.connected().receive("{\"type\":\"goaway\"}");

    assertEquals(List.of(), client.told.problems);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://host/x", "host:80", "ws:///x", "wss:opaque", "/path", "ws://host/x#part"})
  void isNotTriedWithAUrlThatIsNone(String url) {
    Fixture wrong = new Fixture(settings(3), URI.create(url), new ManualClock(), () -> 0.5);
    wrong.connect();

    assertEquals(List.of(Verdict.BAD_URL), wrong.told.finalVerdicts());
    assertEquals(List.of("0 final BAD_URL"), wrong.timeline());
    assertTrue(wrong.server.connections.isEmpty());
  }

  @Test
  void mayFailForACauseThatNoRetryCures() {
    client.connect();
    client
        .server
        .connection()
        .listener
        .onFailure(Finding.of(Verdict.UNAUTHORIZED, Confidence.HIGH, "HTTP 401"), 0);

    assertEquals(
        List.of("0 connecting 1", "0 failed UNAUTHORIZED", "0 final UNAUTHORIZED"),
        client.timeline());
  }

  @Test
  void waitsAsLongAsARefusalAsksFor() {
    client.connect();
    client
        .server
        .connection()
        .listener
        .onFailure(Finding.of(Verdict.OVERLOADED, Confidence.HIGH, "HTTP 503"), 10_000);
    client.clock.advance(9_999);

    assertEquals(1, client.server.connections.size());
    client.clock.advance(5_001);
    assertEquals(2, client.server.connections.size());
  }
}

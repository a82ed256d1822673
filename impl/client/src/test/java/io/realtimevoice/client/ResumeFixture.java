package io.realtimevoice.client;

import io.realtimevoice.client.FakeServer.Connection;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A client of a server that resumes, and its stream. */
final class ResumeFixture {

  final Fixture fixture = new Fixture();
  final Connection first;
  final VoiceStream stream;

  /** Retries come after 2 s. */
  static final long RETRY_MS = 2_000;

  /** READY for long, with a stream, of which both sides have heard. */
  ResumeFixture() {
    fixture.connect();
    first = fixture.server.connection();
    first.open();
    welcome(first, "s-1", "t-1");
    stream = fixture.started(first);
    first.receive("{\"type\":\"ack\",\"received\":1}");
  }

  /** A welcome in answer to the first hello. */
  static void welcome(Connection connection, String sessionId, String token) {
    connection.receive(
        """
        {"type":"welcome","message":"hi","timestamp":1,"version":1,"sessionId":"%s","attempt":1,
         "nonce":"%s","resumeToken":"%s","heartbeatMs":5000,"resumeWindowMs":120000}
        """
            .formatted(sessionId, connection.message(0).getString("nonce"), token));
  }

  CompletionStage<Void> says(int value) {
    CompletionStage<Void> sent = stream.send(ByteBuffer.wrap(new byte[] {(byte) value, 0}));
    fixture.clock.run();
    return sent;
  }

  /** The path breaks, and the next connection is open and welcomed. */
  Connection next() {
    fixture.server.connection().lose(1006);
    fixture.clock.advance(RETRY_MS);
    Connection next = fixture.server.connection();
    next.open();
    welcome(next, "s-provisional", "t-provisional");
    return next;
  }

  static void resumed(Connection connection, long received, String token) {
    connection.receive(
        "{\"type\":\"resumed\",\"sessionId\":\"s-1\",\"resumeToken\":\"%s\",\"received\":%d}"
            .formatted(token, received));
  }

  static void result(Connection connection, String text) {
    connection.receive(
        "{\"type\":\"result\",\"voiceId\":\"v\",\"text\":\"%s\",\"isFinal\":true}".formatted(text));
  }

  /** The first bytes of the audio that a connection got. */
  static List<Integer> heard(Connection connection) {
    List<Integer> values = new ArrayList<>();
    connection.audio.forEach(bytes -> values.add((int) bytes[0]));
    return values;
  }
}

package io.realtimevoice.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.client.FakeServer.Connection;
import io.realtimevoice.protocol.ServerMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class SessionGoesOnTest {

  private final ResumeFixture made = new ResumeFixture();
  private final Fixture fixture = made.fixture;

  @Test
  void withExactlyWhatTheServerLacks() {
    made.says(1);
    made.says(2);
    made.says(3);
    Connection second = made.next();
    assertEquals(ClientState.WELCOMED, fixture.state());
    ResumeFixture.resumed(second, 2, "t-2");

    assertEquals(ClientState.READY, fixture.state());
    assertEquals(List.of(2, 3), ResumeFixture.heard(second));
    assertEquals(List.of("hello", "resume", "ack", "report"), second.types());
    assertEquals(1, fixture.told.ready, "an application must not begin twice");
  }

  @Test
  void withWhatIsSaidMeanwhile() {
    made.first.lose(1006);
    CompletionStage<Void> sent = made.says(7);
    assertTrue(made.stream.isOpen());
    assertFalse(sent.toCompletableFuture().isDone());
    Connection second = made.next();
    ResumeFixture.resumed(second, 1, "t-2");

    assertEquals(List.of(7), ResumeFixture.heard(second));
    assertTrue(sent.toCompletableFuture().isDone());
  }

  @Test
  void andTellsWhatItHas() {
    ResumeFixture.result(made.first, "a");
    ResumeFixture.result(made.first, "b");
    Connection second = made.next();

    assertEquals("s-1", second.message(1).getString("sessionId"));
    assertEquals("t-1", second.message(1).getString("resumeToken"));
    assertEquals(3, second.message(1).getInt("received"));
    ResumeFixture.resumed(second, 1, "t-2");
    ResumeFixture.result(second, "c");
    assertEquals(List.of("a", "b", "c"), fixture.told.results);
  }

  @Test
  void andShowsTheTokenByWhichItHasItsStream() {
    CompletableFuture<?> ended = made.stream.stop().toCompletableFuture();
    fixture.clock.run();
    made.first.receive("{\"type\":\"stopped\",\"text\":\"\"}");
    assertTrue(ended.isDone());
    start("ticket");
    Connection second = made.next();
    assertEquals("ticket", second.message(1).getString("token"), "it may be open");
    ResumeFixture.resumed(second, 3, "t-2");
    second.receive("{\"type\":\"ready\",\"message\":\"go\"}");
    second.receive("{\"type\":\"stopped\",\"text\":\"\"}");
    start("another");
    Connection third = made.next();

    assertEquals("ticket", third.message(1).getString("token"), "the second may not be open");
  }

  private void start(String token) {
    fixture.streams.start(StartFields.DEFAULT.token(token), new CompletableFuture<>());
    fixture.clock.run();
  }

  @Test
  void withTheNewTokenTheNextTime() {
    ResumeFixture.resumed(made.next(), 1, "t-2");
    Connection third = made.next();

    assertEquals("t-2", third.message(1).getString("resumeToken"));
  }

  @Test
  void withTheOldTokenIfTheAnswerWasLost() {
    made.next();
    Connection third = made.next();

    assertEquals("t-1", third.message(1).getString("resumeToken"));
  }

  @Test
  void toItsEnd() {
    CompletionStage<ServerMessage.Stopped> ended = made.stream.stop();
    fixture.clock.run();
    Connection second = made.next();
    ResumeFixture.resumed(second, 1, "t-2");
    assertEquals(List.of("hello", "resume", "ack", "stop", "report"), second.types());
    second.receive("{\"type\":\"stopped\",\"text\":\"all\"}");

    assertEquals("all", ended.toCompletableFuture().join().text());
  }

  @Test
  void alsoIfNothingOfItHadArrived() {
    Fixture early = new Fixture();
    early.connect();
    Connection first = early.server.connection();
    first.open();
    ResumeFixture.welcome(first, "s-1", "t-1");
    CompletionStage<VoiceStream> starting = early.start();
    first.lose(1006);
    early.clock.advance(ResumeFixture.RETRY_MS);
    Connection second = early.server.connection();
    second.open();
    ResumeFixture.welcome(second, "s-2", "t-x");
    ResumeFixture.resumed(second, 0, "t-2");
    assertEquals(List.of("hello", "resume", "ack", "start", "report"), second.types());
    second.receive("{\"type\":\"ready\",\"message\":\"\"}");

    assertTrue(starting.toCompletableFuture().isDone());
  }

  @Test
  void beyondTheUsualRetries() {
    made.first.lose(1006);
    for (int i = 0; i < 5; i++) {
      fixture.clock.advance(20_000);
      assertEquals(1, fixture.told.finals.size() + (made.stream.isOpen() ? 1 : 0));
      if (fixture.state() != ClientState.CLOSED) {
        fixture.server.connection().lose(1006);
      }
    }

    assertTrue(fixture.told.retries.size() > 3, fixture.told.retries::toString);
    assertTrue(made.stream.isOpen());
  }

  @Test
  void atTheServersTimeAfterAGoAway() {
    made.first.receive("{\"type\":\"goaway\",\"reason\":\"draining\",\"retryAfterMs\":8000}");
    made.first.lose(4503);

    assertEquals(List.of(4_000L), fixture.told.retries);
  }

  @Test
  void atTheLastMomentOfTheSessionIfTheServersTimeIsLater() {
    made.first.receive("{\"type\":\"goaway\",\"reason\":\"draining\",\"retryAfterMs\":600000}");
    made.first.lose(4503);

    assertEquals(List.of(120_000L), fixture.told.retries);
  }

  @Test
  void notIfTheApplicationClosesTheClient() {
    made.first.lose(1006);
    fixture.machine.close();

    assertFalse(made.stream.isOpen());
    fixture.clock.advance(60_000);
    assertEquals(1, fixture.server.connections.size());
  }

  @Test
  void notIfNothingIsAtStake() {
    CompletableFuture<?> ended = made.stream.stop().toCompletableFuture();
    fixture.clock.run();
    made.first.receive("{\"type\":\"stopped\",\"text\":\"\"}");
    made.first.receive("{\"type\":\"ack\",\"received\":2}");
    assertTrue(ended.isDone());
    Connection second = made.next();

    assertEquals(List.of("hello", "report"), second.types());
    assertEquals(ClientState.READY, fixture.state());
    assertEquals(2, fixture.told.ready);
  }
}

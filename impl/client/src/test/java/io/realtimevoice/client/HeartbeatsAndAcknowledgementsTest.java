package io.realtimevoice.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.client.FakeServer.Connection;
import io.realtimevoice.diagnosis.Verdict;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class HeartbeatsAndAcknowledgementsTest {

  private final ResumeFixture made = new ResumeFixture();
  private final Fixture fixture = made.fixture;
  private final Connection first = made.first;

  @Test
  void aSilentServerIsAskedAndThenGivenUp() {
    fixture.clock.advance(5_000);
    assertEquals("heartbeat", last());
    fixture.clock.advance(5_999);
    assertEquals(ClientState.READY, fixture.state());
    fixture.clock.advance(1);

    assertEquals(ClientState.RECOVERING, fixture.state());
    assertEquals(4480, first.closedWith);
    assertTrue(made.stream.isOpen());
  }

  @Test
  void oneThatAnswersIsNot() {
    for (int i = 0; i < 100; i++) {
      fixture.clock.advance(6_000);
      first.receive("{\"type\":\"ack\",\"received\":1}");
    }

    assertEquals(ClientState.READY, fixture.state());
  }

  @Test
  void aHeartbeatIsAnsweredAtOnce() {
    int before = first.texts.size();
    first.receive("{\"type\":\"heartbeat\",\"received\":1,\"timestamp\":1}");

    assertEquals(List.of("ack"), first.types().subList(before, first.types().size()));
    assertEquals(1, first.message(before).getInt("received"));
  }

  @Test
  void whatComesIsAcknowledgedAfterASecond() {
    fixture.clock.advance(1_500);
    int before = first.texts.size();
    ResumeFixture.result(first, "a");
    fixture.clock.advance(999);
    assertEquals(before, first.texts.size());
    fixture.clock.advance(1);

    assertEquals(2, first.message(before).getInt("received"));
  }

  @Test
  void soonerAfterTwentyMessages() {
    fixture.clock.advance(1_500);
    int before = first.texts.size();
    for (int i = 0; i < 20; i++) {
      ResumeFixture.result(first, "a");
    }

    assertEquals(before + 1, first.texts.size());
    assertEquals(21, first.message(before).getInt("received"));
  }

  @Test
  void fatalErrorsAndWhatIsOfTheConnectionDoNotCount() {
    first.receive("{\"type\":\"gap\",\"droppedBytes\":640}");
    first.receive("{\"type\":\"error\",\"code\":\"FLOOD\",\"message\":\"\",\"fatal\":true}");
    first.receive("{\"type\":\"error\",\"code\":\"BAD_AUDIO\",\"message\":\"\",\"fatal\":false}");
    int before = first.texts.size();
    first.receive("{\"type\":\"heartbeat\",\"received\":1,\"timestamp\":1}");

    assertEquals(2, first.message(before).getInt("received"));
  }

  @Test
  void aCountThatCannotBeIsGarbage() {
    first.receive("{\"type\":\"ack\",\"received\":9}");
    first.receive("{\"type\":\"ack\",\"received\":0}");

    assertEquals(List.of(Verdict.BAD_MESSAGE, Verdict.BAD_MESSAGE), fixture.told.problemVerdicts());
    assertEquals(ClientState.READY, fixture.state());
  }

  @Test
  void aServerThatWantsAPauseGetsOne() {
    first.receive(
        "{\"type\":\"error\",\"code\":\"TOO_FAST\",\"message\":\"\",\"fatal\":false,"
            + "\"retryAfterMs\":1000}");
    made.says(1);
    made.says(2);
    assertEquals(List.of(), ResumeFixture.heard(first));
    fixture.clock.advance(1_000);

    assertEquals(List.of(1, 2), ResumeFixture.heard(first));
    assertTrue(made.stream.isOpen());
  }

  @Test
  void audioBeyondWhatIsKeptIsLeftOut() {
    for (int i = 0; i < 16_002; i++) {
      made.says(1);
    }
    CompletionStage<Void> sent = made.says(2);

    assertEquals(Verdict.UPLINK_TOO_SLOW, Fixture.failure(sent).problem().verdict());
    first.receive("{\"type\":\"ack\",\"received\":16002}");
    assertTrue(made.says(3).toCompletableFuture().isDone());
  }

  @Test
  void whoWaitsForEachStageNeverComesSoFar() {
    CompletionStage<Void> sent = made.says(1);
    int messages = 1;
    while (sent.toCompletableFuture().isDone()) {
      sent = made.says(1);
      messages++;
    }

    assertTrue(2 * messages <= 16_002, messages + " messages");
    first.receive("{\"type\":\"ack\",\"received\":%d}".formatted(messages));
    assertTrue(sent.toCompletableFuture().isDone());
  }

  private String last() {
    List<String> types = first.types();
    return types.get(types.size() - 1);
  }
}

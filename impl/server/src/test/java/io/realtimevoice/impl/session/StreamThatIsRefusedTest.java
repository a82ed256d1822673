package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.StreamRefusedException;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.Transcript;
import io.realtimevoice.impl.session.RecordingApplication.Action;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Refused by the application: the client learns why, and may start another one. */
class StreamThatIsRefusedTest {

  private static final Action REFUSE =
      () -> {
        throw new StreamRefusedException("quota {0} is used up");
      };

  private final ConversationFixture fixture = new ConversationFixture();
  private final RecordingApplication application = fixture.application;

  @Test
  void inOpen() {
    application.inOpen = REFUSE;
    fixture.saysType("start");

    refused("open");
  }

  @Test
  void inAudioAndWhatStillComesIsNoErrorOfItsOwn() {
    application.inAudio = REFUSE;
    fixture.saysType("start").answers();
    fixture.plays(1, 2).plays(1, 2);

    refused("open", "audio 0102", "close REFUSED");
  }

  @Test
  void inTheLastAudio() {
    application.inAudio = REFUSE;
    fixture.saysType("start").answers();
    fixture.says("{\"type\":\"audio\",\"data\":\"AQI=\",\"isEnd\":true}");

    refused("open", "audio 0102", "close REFUSED");
  }

  @Test
  void inEnd() {
    application.inEnd = REFUSE;
    fixture.saysType("start").answers();
    fixture.saysType("stop");

    refused("open", "end", "close REFUSED");
  }

  @Test
  void inTheStageOfEnd() {
    CompletableFuture<StreamSummary> stage = new CompletableFuture<>();
    application.summary = stage.thenApply(summary -> summary);
    fixture.saysType("start").saysType("stop").answers();
    stage.completeExceptionally(new StreamRefusedException("no"));

    refused("open", "end", "close REFUSED");
  }

  @Test
  void theErrorSaysWhy() {
    application.inOpen = REFUSE;
    fixture.saysType("start");

    var error = fixture.messages().get(0);
    assertTrue(error.getString("message").contains("quota {0} is used up"));
    assertFalse(error.getBoolean("fatal"));
  }

  @Test
  void aSummaryThatComesLateIsNotThatOfTheNextStream() {
    CompletableFuture<StreamSummary> first = new CompletableFuture<>();
    application.summary = first;
    fixture.saysType("start").saysType("stop");
    application.session.fail(new StreamRefusedException("no"));
    assertEquals(List.of("ready", "error STREAM_REFUSED"), fixture.answers());

    CompletableFuture<StreamSummary> second = new CompletableFuture<>();
    application.summary = second;
    fixture.saysType("start").saysType("stop");
    assertEquals(List.of("ready"), fixture.answers());
    first.complete(StreamSummary.of("of the first"));
    assertEquals(List.of(), fixture.answers());
    second.complete(StreamSummary.of("of the second"));
    assertEquals("of the second", fixture.messages().get(0).getString("text"));
  }

  @Test
  void aFailureThatComesLateHarmsNobody() {
    CompletableFuture<StreamSummary> first = new CompletableFuture<>();
    application.summary = first;
    fixture.saysType("start").saysType("stop");
    application.session.fail(new StreamRefusedException("no"));
    fixture.answers();
    first.completeExceptionally(new IllegalStateException("closed"));

    assertEquals(List.of(), fixture.answers());
    assertTrue(fixture.line.connection.isOpen());
  }

  private void refused(String... calls) {
    assertEquals(List.of("error STREAM_REFUSED"), fixture.answers());
    assertEquals(List.of(calls), application.takeCalls());
    assertFalse(application.session.send(Transcript.complete("too late")));
    application.inOpen = Action.NOTHING;
    application.inAudio = Action.NOTHING;
    application.inEnd = Action.NOTHING;
    application.summary = CompletableFuture.completedFuture(StreamSummary.of(""));
    fixture.saysType("start").plays(3, 4).saysType("stop");
    assertEquals(List.of("ready", "stopped"), fixture.answers());
    assertEquals(List.of("open", "audio 0304", "end", "close COMPLETED"), application.calls());
  }
}

package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.EndReason;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.impl.session.RecordingApplication.Action;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client sees an error and a close, the stream its end, and others nothing. */
class HandlerThatFailsTest {

  private final ConversationFixture fixture = new ConversationFixture();
  private final RecordingApplication application = fixture.application;

  @ParameterizedTest
  @MethodSource("failures")
  void inOpen(Action failure) {
    application.inOpen = failure;
    fixture.saysType("start");

    failed("open");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void inAcceptsAudio(Action failure) {
    application.inAcceptsAudio = failure;
    fixture.saysType("start");

    failed("open", "acceptsAudio", "close FAILED");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void inAudio(Action failure) {
    application.inAudio = failure;
    fixture.saysType("start");
    assertEquals(List.of("ready"), fixture.answers());
    fixture.plays(1, 2).plays(3, 4);

    failed("open", "audio 0102", "close FAILED");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void inAudioThatCameAsJson(Action failure) {
    application.inAudio = failure;
    fixture.saysType("start");
    assertEquals(List.of("ready"), fixture.answers());
    fixture.says("{\"type\":\"audio\",\"data\":\"AQI=\",\"isEnd\":true}");

    failed("open", "audio 0102", "close FAILED");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void inEnd(Action failure) {
    application.inEnd = failure;
    fixture.saysType("start");
    assertEquals(List.of("ready"), fixture.answers());
    fixture.saysType("stop");

    failed("open", "end", "close FAILED");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void inCloseIsNoBusinessOfTheClient(Action failure) {
    application.inClose = failure;
    fixture.saysType("start").saysType("stop");
    assertEquals(List.of("ready", "stopped"), fixture.answers());

    fixture.saysType("start");
    assertEquals(List.of("ready"), fixture.answers());
  }

  @Test
  void byOpeningNull() {
    application.opensNull = true;
    fixture.saysType("start");

    failed("open");
  }

  @Test
  void byAStageThatIsNull() {
    application.summary = null;
    fixture.saysType("start");
    assertEquals(List.of("ready"), fixture.answers());
    fixture.saysType("stop");

    failed("open", "end", "close FAILED");
  }

  @Test
  void byASummaryThatIsNull() {
    application.summary = CompletableFuture.completedFuture(null);
    fixture.saysType("start");
    assertEquals(List.of("ready"), fixture.answers());
    fixture.saysType("stop");

    failed("open", "end", "close FAILED");
  }

  @Test
  void byAStageThatFails() {
    CompletableFuture<StreamSummary> stage = new CompletableFuture<>();
    application.summary = stage.thenApply(summary -> summary);
    fixture.saysType("start").saysType("stop");
    assertEquals(List.of("ready"), fixture.answers());
    stage.completeExceptionally(new IOException("the engine is gone"));

    failed("open", "end", "close FAILED");
  }

  @Test
  void byASummaryThatCannotBeTold() {
    application.summary =
        CompletableFuture.completedFuture(
            new StreamSummary("", Duration.ofSeconds(Long.MAX_VALUE)));
    fixture.saysType("start");
    assertEquals(List.of("ready"), fixture.answers());
    fixture.saysType("stop");

    List<String> answers = fixture.answers();
    assertEquals("close 1011", answers.get(answers.size() - 1));
    assertTrue(answers.get(0).startsWith("error "), answers.toString());
    assertTrue(fixture.leftNothing());
    assertEquals(1, fixture.ended.size());
  }

  @Test
  void byItsOwnWordOnAnyThread() {
    fixture.saysType("start");
    assertEquals(List.of("ready"), fixture.answers());
    application.session.fail(new IOException("the engine is gone"));
    assertEquals(List.of("open"), application.calls(), "not within the application's own call");

    failed("open", "close FAILED");
  }

  @Test
  void byItsOwnWordWithinACall() {
    application.inAudio = () -> application.session.fail(new IOException("the engine is gone"));
    fixture.saysType("start").plays(1, 2).plays(3, 4);
    assertEquals(List.of("ready", "error HANDLER_FAILED", "close 1011"), fixture.answers());
    assertEquals(List.of("open", "audio 0102", "close FAILED"), application.calls());
  }

  @Test
  void theErrorSaysNothingOfWhatWasThrown() {
    application.inOpen =
        () -> {
          throw new IllegalStateException("password=secret");
        };
    fixture.saysType("start");

    var error = fixture.messages().get(0);
    assertFalse(error.toString().contains("secret"));
    assertTrue(error.getBoolean("fatal"));
    assertEquals(2_000, error.getInt("retryAfterMs"));
  }

  private void failed(String... calls) {
    assertEquals(List.of("error HANDLER_FAILED", "close 1011"), fixture.answers());
    assertEquals(List.of(calls), application.calls());
    assertTrue(fixture.leftNothing());
    assertEquals(
        List.of(EndReason.FAILED), fixture.ended.stream().map(event -> event.reason()).toList());
    fixture.saysType("start").plays(1, 2);
    assertEquals(List.of(), fixture.answers());
    assertEquals(List.of(calls), application.calls());
  }

  static Stream<Action> failures() {
    return Stream.of(
        () -> {
          throw new IllegalStateException("a defect");
        },
        () -> {
          throw new IOException("not declared");
        },
        () -> {
          throw new NoClassDefFoundError("engine");
        },
        () -> {
          throw new StackOverflowError();
        });
  }
}

package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.StreamSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * A call blocks when time passes in it: everything else runs meanwhile, as on other threads, and
 * must not wait for its end.
 */
class HandlerThatDoesNotAnswerTest {

  private static final Duration TOO_LONG = ConversationFixture.HANDLER_TIMEOUT.plusSeconds(1);

  private final List<String> whileBlocked = new ArrayList<>();
  private ConversationFixture fixture = new ConversationFixture();

  @Test
  void inOpen() {
    fixture.application.inOpen = this::block;
    fixture.saysType("start");

    timedOut("open", "close FAILED");
  }

  @Test
  void inAudio() {
    fixture.application.inAudio = this::block;
    fixture.saysType("start").answers();
    fixture.plays(1, 2);

    timedOut("open", "audio 0102", "close FAILED");
  }

  @Test
  void inEnd() {
    fixture.application.inEnd = this::block;
    fixture.saysType("start").answers();
    fixture.saysType("stop");

    timedOut("open", "end", "close FAILED");
  }

  @Test
  void inTheStageOfEnd() {
    fixture.application.summary = new CompletableFuture<>();
    fixture.saysType("start").saysType("stop").answers();
    block();

    timedOut("open", "end", "close FAILED");
  }

  @Test
  void inClose() {
    fixture.application.inClose = this::block;
    fixture.saysType("start").saysType("stop").answers();

    assertEquals(
        List.of("error HANDLER_TIMEOUT", "close 1011"),
        whileBlocked.subList(whileBlocked.size() - 2, whileBlocked.size()));
    assertTrue(fixture.leftNothing());
    assertEquals(1, fixture.ended.size());
  }

  @Test
  void inTheAuthenticator() {
    fixture =
        new ConversationFixture(
            (request, handshake) -> {
              block();
              return Optional.of(() -> "somebody");
            },
            Locale.ENGLISH);
    fixture.saysType("start");

    assertEquals(List.of("error HANDLER_TIMEOUT", "close 1011"), whileBlocked);
    assertTrue(fixture.leftNothing());
  }

  @Test
  void onlyWhatTakesTooLongInOnePieceIsTooLong() {
    Duration half = ConversationFixture.HANDLER_TIMEOUT.dividedBy(2).plusSeconds(1);
    fixture.application.inOpen = () -> fixture.advance(half);
    fixture.application.inAudio = () -> fixture.advance(half);
    fixture.application.inEnd = () -> fixture.advance(half);
    fixture.application.inClose = () -> fixture.advance(half);
    fixture.saysType("start").plays(1, 2).plays(1, 2).plays(1, 2).saysType("stop");

    assertEquals(List.of("ready", "stopped"), fixture.answers());
  }

  @Test
  void aStreamThatWaitsForItsClientIsNotCounted() {
    fixture.saysType("start").plays(1, 2).answers();
    fixture.advance(TOO_LONG.multipliedBy(10));

    assertEquals(List.of(), fixture.answers());
    assertTrue(fixture.line.connection.isOpen());
  }

  @Test
  void aStageThatIsJustInTimeIsInTime() {
    CompletableFuture<StreamSummary> stage = new CompletableFuture<>();
    fixture.application.summary = stage;
    fixture.saysType("start").saysType("stop").answers();
    fixture.advance(ConversationFixture.HANDLER_TIMEOUT);
    stage.complete(StreamSummary.of(""));

    assertEquals(List.of("stopped"), fixture.answers());
    fixture.advance(Duration.ofSeconds(1));
    assertTrue(fixture.line.connection.isOpen());
  }

  @Test
  void whatComesWhileItBlocksIsNotQueuedWithoutBound() {
    fixture.application.inAudio =
        () -> {
          for (int i = 0; i < 10_000; i++) {
            fixture.plays(9, 9);
          }
          whileBlocked.addAll(fixture.answers());
        };
    fixture.saysType("start").plays(1, 2);

    assertEquals(List.of("ready", "error TOO_FAST", "error FLOOD", "close 4429"), whileBlocked);
    List<String> calls = fixture.application.calls();
    assertTrue(calls.size() < 300, calls.size() + " calls");
    assertEquals("close REFUSED", calls.get(calls.size() - 1));
    assertTrue(fixture.leftNothing());
  }

  private void block() {
    fixture.advance(TOO_LONG);
    whileBlocked.addAll(fixture.answers());
  }

  private void timedOut(String... calls) {
    assertEquals(List.of("error HANDLER_TIMEOUT", "close 1011"), whileBlocked);
    assertEquals(List.of(), fixture.answers());
    assertEquals(List.of(calls), fixture.application.calls());
    assertFalse(fixture.line.connection.isOpen());
    assertTrue(fixture.leftNothing());
    assertEquals(1, fixture.ended.size());
  }
}

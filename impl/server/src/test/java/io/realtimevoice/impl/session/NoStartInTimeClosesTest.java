package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.StreamRefusedException;
import io.realtimevoice.impl.session.RecordingApplication.Action;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class NoStartInTimeClosesTest {

  private static final Duration LIMIT = ConversationFixture.START_TIMEOUT;
  private static final Duration TICK = Duration.ofMillis(500);

  private final ConversationFixture fixture = new ConversationFixture();

  @Test
  void with4408() {
    fixture.advance(LIMIT);
    assertEquals(List.of(), fixture.answers());

    timesOut();
    assertTrue(fixture.leftNothing());
  }

  @Test
  void whateverElseTheClientSays() {
    fixture.saysType("hello").plays(1, 2).says("?").answers();
    fixture.advance(LIMIT);
    assertEquals(List.of("ack"), fixture.answers());

    timesOut();
  }

  @Test
  void neverWhileAStreamIsOpen() {
    fixture.saysType("start").answers();
    fixture.advance(LIMIT.multipliedBy(100));

    assertEquals(List.of(), fixture.answers());
  }

  @Test
  void countedAnewFromStopped() {
    fixture.advance(LIMIT);
    fixture.saysType("start").answers();
    fixture.advance(LIMIT);
    fixture.saysType("stop").answers();
    fixture.advance(LIMIT);
    assertEquals(List.of(), fixture.answers());

    timesOut();
  }

  @Test
  void countedAnewFromARefusal() {
    fixture.application.inOpen =
        () -> {
          throw new StreamRefusedException("no");
        };
    fixture.advance(LIMIT);
    fixture.saysType("start").answers();
    fixture.advance(LIMIT);
    assertEquals(List.of(), fixture.answers());

    timesOut();
  }

  @Test
  void notWhileAStreamFinishes() {
    fixture.application.summary = new CompletableFuture<>();
    fixture.application.inOpen = Action.NOTHING;
    fixture.saysType("start").saysType("stop").answers();
    fixture.advance(ConversationFixture.HANDLER_TIMEOUT);

    assertEquals(List.of(), fixture.answers());
  }

  @Test
  void notOnceTheConnectionIsGone() {
    fixture.line.connection.closed(1001);
    fixture.advance(LIMIT.multipliedBy(2));

    assertEquals(List.of(), fixture.answers());
    assertEquals(1, fixture.ended.size());
    assertTrue(fixture.leftNothing());
  }

  private void timesOut() {
    fixture.advance(TICK);
    assertEquals(List.of("error START_TIMEOUT", "close 4408"), fixture.answers());
  }
}

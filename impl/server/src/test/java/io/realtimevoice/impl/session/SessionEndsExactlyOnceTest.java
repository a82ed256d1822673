package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.EndReason;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.Transcript;
import io.realtimevoice.event.ConnectionClosed;
import io.realtimevoice.event.SessionEnded;
import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.protocol.CloseCode;
import io.realtimevoice.spi.Handshake;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionEndsExactlyOnceTest {

  private final ConversationFixture fixture = new ConversationFixture();

  @Test
  void afterItHasBegunOnce() {
    String id = fixture.conversation.id();
    assertEquals(List.of(new SessionStarted(id, "c1")), fixture.started);
    fixture.saysType("start").plays(1, 2).saysType("stop").answers();
    fixture.saysType("start").plays(1, 2, 3, 4).saysType("stop").answers();
    fixture.advance(Duration.ofSeconds(7));
    fixture.line.connection.closed(1000);
    fixture.line.connection.closed(1006);
    fixture.line.scheduler.run();

    assertEquals(
        List.of(new SessionEnded(id, "c1", EndReason.COMPLETED, 2, 6, Duration.ofSeconds(7))),
        fixture.ended);
    assertTrue(fixture.leftNothing());
  }

  @ParameterizedTest
  @CsvSource({
    "1000, COMPLETED, ABANDONED",
    "1001, COMPLETED, ABANDONED",
    "1005, COMPLETED, ABANDONED",
    "1006, CONNECTION_LOST, CONNECTION_LOST",
    "1002, CONNECTION_LOST, CONNECTION_LOST",
    "3999, CONNECTION_LOST, CONNECTION_LOST",
    "1011, FAILED, FAILED",
    "4480, CONNECTION_LOST, CONNECTION_LOST",
    "4481, REFUSED, REFUSED",
    "1008, REFUSED, REFUSED"
  })
  void withAReasonByTheCloseCode(int code, EndReason without, EndReason within) {
    fixture.line.connection.closed(code);
    fixture.line.scheduler.run();
    assertEquals(without, fixture.ended.get(0).reason());

    ConversationFixture streaming = new ConversationFixture();
    streaming.saysType("start").answers();
    streaming.line.connection.closed(code);
    streaming.line.scheduler.run();
    assertEquals(within, streaming.ended.get(0).reason());
    assertEquals(List.of("open", "close " + within), streaming.application.calls());
    assertTrue(streaming.leftNothing());
  }

  @Test
  void whenTheClientVanishesWhileTheStreamFinishes() {
    CompletableFuture<StreamSummary> stage = new CompletableFuture<>();
    fixture.application.summary = stage;
    fixture.saysType("start").saysType("stop").answers();
    fixture.line.connection.closed(1006);
    fixture.line.scheduler.run();
    stage.complete(StreamSummary.of("nobody hears it"));

    assertEquals(List.of(), fixture.answers());
    assertEquals(List.of("open", "end", "close CONNECTION_LOST"), fixture.application.calls());
    assertEquals(1, fixture.ended.size());
    assertTrue(fixture.leftNothing());
  }

  @Test
  void whenTheClientVanishesWhileTheApplicationOpens() {
    fixture.application.inOpen =
        () -> {
          fixture.line.connection.closed(1006);
          fixture.line.scheduler.run();
        };
    fixture.saysType("start");

    assertEquals(List.of("open", "close CONNECTION_LOST"), fixture.application.calls());
    assertEquals(1, fixture.ended.size());
    assertTrue(fixture.leftNothing());
  }

  @Test
  void whenTheClientDoesNotReadAndItsOutboxOverflows() {
    fixture.saysType("start").answers();
    fixture.line.transport.completedByHand();
    while (fixture.application.session.send(Transcript.partial("x".repeat(1_000)))) {
      fixture.plays(1, 2);
    }
    fixture.line.scheduler.run();

    assertEquals(4481, fixture.line.events.events(ConnectionClosed.class).get(0).closeCode());
    assertEquals(EndReason.REFUSED, fixture.ended.get(0).reason());
    assertTrue(fixture.leftNothing());
  }

  @Test
  void whenAllShutsDown() {
    fixture.saysType("start").answers();
    fixture.sessions.shutDown();
    assertEquals(List.of("open", "close SHUTDOWN"), fixture.application.calls());
    fixture.line.connection.closeInPlace(CloseCode.GOING_AWAY);
    fixture.line.scheduler.run();

    assertEquals(1, fixture.ended.size());
    assertEquals(EndReason.SHUTDOWN, fixture.ended.get(0).reason());
    assertTrue(fixture.leftNothing());
  }

  @Test
  void whenItsConnectionHasEndedBeforeItBegan() {
    ConversationFixture late = new ConversationFixture();
    late.line.connection.closed(1006);
    Line second =
        late.sessions.begin(
            late.line.connection,
            new Client(
                new Handshake("/", Map.of(), Map.of(), null),
                Locale.ENGLISH,
                ConversationFixture.WELCOMES));
    late.line.scheduler.run();

    assertEquals(2, late.ended.size());
    assertEquals(second.session().id(), late.ended.get(1).sessionId());
    assertTrue(late.leftNothing());
  }

  @Test
  void whenTheChannelItselfHasADefect() {
    fixture.saysType("start").answers();
    fixture.conversation.broken(new IllegalStateException("a defect"));
    fixture.conversation.broken(new IllegalStateException("another"));

    assertEquals(List.of("error INTERNAL", "close 1011"), fixture.answers());
    assertEquals(List.of("open", "close FAILED"), fixture.application.calls());
    assertTrue(fixture.leftNothing());
    assertEquals(1, fixture.ended.size());
  }

  @Test
  void nothingThatComesBehindTheEndIsHeard() {
    fixture.line.connection.closed(1000);
    fixture.line.scheduler.run();
    fixture.saysType("start").plays(1, 2).says("?").saysType("hello");

    assertEquals(List.of(), fixture.answers());
    assertEquals(List.of(), fixture.application.calls());
  }
}

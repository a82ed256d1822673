package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.event.ConnectionClosed;
import io.realtimevoice.protocol.CloseCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionEndsExactlyOnceTest {

  private final ConnectionFixture fixture = new ConnectionFixture();
  private final Connection connection = fixture.connection;
  private final List<Integer> ended = new ArrayList<>();

  @BeforeEach
  void listen() {
    connection.whenEnded(ended::add);
  }

  @Test
  void withTheCodeOfThePeer() {
    fixture.advance(1_500);
    connection.closed(1001);
    connection.closed(1006);
    connection.abort(CloseCode.INTERNAL_ERROR);
    connection.closeInPlace(CloseCode.GOING_AWAY);
    connection.close(CloseCode.NORMAL);

    assertEquals(List.of(1001), ended);
    assertEquals(
        List.of(new ConnectionClosed("c1", 1001, Duration.ofMillis(1_500))),
        fixture.events.events(ConnectionClosed.class));
    assertEquals(List.of(), fixture.written());
  }

  @Test
  void withOurCodeWhenOurCloseHasHadItsTurn() {
    connection.send("a");
    connection.close(CloseCode.MALFORMED);
    assertEquals(List.of(), ended);
    assertFalse(connection.isOpen());
    assertEquals(List.of("a", "close 4400"), fixture.written());
    connection.closed(4400);

    assertEquals(List.of(4400), ended);
  }

  @Test
  void onlyTheFirstCloseCounts() {
    connection.close(CloseCode.MALFORMED);
    connection.close(CloseCode.NORMAL);

    assertEquals(List.of("close 4400"), fixture.written());
    assertEquals(List.of(4400), ended);
  }

  @Test
  void nothingIsAcceptedOnceACloseWasAskedFor() {
    assertTrue(connection.send("a"));
    connection.close(CloseCode.NORMAL);

    assertFalse(connection.send("b"));
    assertFalse(connection.send(OutboxFixture.bytes(1)));
    assertFalse(connection.play(OutboxFixture.bytes(1)));
    connection.welcome();
    assertEquals(List.of("a", "close 1000"), fixture.written());
  }

  @Test
  void nothingIsAcceptedOnceItIsClosed() {
    connection.closed(1000);

    assertFalse(connection.send("a"));
    assertFalse(connection.play(OutboxFixture.bytes(1)));
    assertEquals(List.of(), fixture.written());
  }

  @Test
  void anAbortForgetsWhatWaitsAndClosesOnAnotherThread() {
    connection.send("a");
    connection.abort(CloseCode.OVERLOADED);
    assertEquals(List.of(), fixture.transport.written());

    assertEquals(List.of("close 1013"), fixture.written());
    assertEquals(List.of(1013), ended);
  }

  @Test
  void anUndeployClosesWithinTheCall() {
    connection.send("a");
    connection.closeInPlace(CloseCode.GOING_AWAY);

    assertEquals(List.of("close 1001"), fixture.transport.written());
    assertEquals(List.of(1001), ended);
    fixture.scheduler.run();
    assertEquals(List.of("close 1001"), fixture.transport.written());
  }

  @Test
  void anUndeployClosesAtOnceWhatWouldCloseBehindOthers() {
    fixture.transport.completedByHand();
    connection.send("a");
    connection.close(CloseCode.NORMAL);
    fixture.scheduler.run();
    connection.closeInPlace(CloseCode.GOING_AWAY);

    assertEquals(List.of("close 1001"), fixture.transport.written());
    assertEquals(List.of(1001), ended);
  }

  @Test
  void whoComesLateIsToldAtOnce() {
    connection.closed(1001);
    List<Integer> late = new ArrayList<>();
    connection.whenEnded(late::add);

    assertEquals(List.of(1001), late);
  }

  @Test
  void theEventIsTheLastThatIsToldOfIt() {
    connection.welcome();
    fixture.advance(0);
    connection.closed(1001);
    connection.acknowledged();
    fixture.advance(60_000);

    List<String> told = fixture.events.told();
    assertEquals("closed 1001", told.get(told.size() - 1));
  }
}

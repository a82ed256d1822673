package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.event.WelcomeDelivered;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WelcomeClimbsTheLadderTest {

  private final ConnectionFixture fixture = new ConnectionFixture();

  @Test
  void attemptedSentReceivedAcknowledgedEachAtItsTime() {
    fixture.transport.completedByHand();
    fixture.advance(10);
    fixture.connection.welcome();
    fixture.advance(0);
    assertEquals(List.of("opened", "attempted 1"), fixture.events.take());

    fixture.advance(20);
    fixture.transport.complete();
    fixture.advance(0);
    assertEquals(List.of("welcome 1", "ping"), fixture.written());
    fixture.advance(40);
    fixture.connection.pong(fixture.transport.pong());
    fixture.advance(80);
    fixture.connection.acknowledged();

    assertEquals(
        List.of("sent 1 at 30", "received at 70", "delivered at 150"), fixture.events.take());
    assertEquals(
        List.of(
            new WelcomeDelivered(
                "c1", 1, Duration.ofMillis(30), Duration.ofMillis(70), Duration.ofMillis(150))),
        fixture.events.events(WelcomeDelivered.class));
  }

  @Test
  void aClientThatSpeaksBeforeTheWelcomeIsSentHasAcknowledged() {
    fixture.transport.completedByHand();
    fixture.connection.welcome();
    fixture.advance(5);
    fixture.connection.acknowledged();

    assertEquals(
        List.of(new WelcomeDelivered("c1", 1, null, null, Duration.ofMillis(5))),
        fixture.events.events(WelcomeDelivered.class));
  }

  @Test
  void onlyTheFirstMessageIsTheAcknowledgement() {
    fixture.connection.welcome();
    fixture.connection.acknowledged();
    fixture.advance(10);
    fixture.events.take();
    fixture.connection.acknowledged();

    assertEquals(List.of(), fixture.events.take());
  }

  @Test
  void onlyTheFirstPongIsTheReceipt() {
    fixture.connection.welcome();
    fixture.advance(10);
    fixture.events.take();
    fixture.connection.pong(fixture.transport.pong());
    fixture.connection.pong(fixture.transport.pong());

    assertEquals(List.of("received at 10"), fixture.events.take());
  }

  @Test
  void onlyTheFirstWelcomeIsFollowedByAPing() {
    fixture.connection.welcome();
    fixture.advance(3_000);

    assertEquals(
        List.of("welcome 1", "ping", "welcome 2", "welcome 3", "welcome 4"), fixture.written());
  }

  @Test
  void aForeignPongIsNoReceipt() {
    fixture.connection.welcome();
    fixture.advance(0);
    fixture.events.take();
    fixture.connection.pong(OutboxFixture.bytes(1, 2, 3));
    fixture.connection.pong(OutboxFixture.bytes());

    assertEquals(List.of(), fixture.events.take());
  }

  @Test
  void aReceiptBehindTheAcknowledgementIsStillTold() {
    fixture.connection.welcome();
    fixture.advance(0);
    fixture.connection.acknowledged();
    fixture.events.take();
    fixture.connection.pong(fixture.transport.pong());

    assertEquals(List.of("received at 0"), fixture.events.take());
  }

  @Test
  void itBeginsOnce() {
    fixture.connection.welcome();
    fixture.connection.welcome();
    fixture.advance(0);

    assertEquals(List.of("welcome 1", "ping"), fixture.written());
  }
}

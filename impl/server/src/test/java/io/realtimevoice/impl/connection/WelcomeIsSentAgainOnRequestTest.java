package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WelcomeIsSentAgainOnRequestTest {

  private final ConnectionFixture fixture = new ConnectionFixture();

  @Test
  void withTheNextNumberAndAsOftenAsAskedFor() {
    fixture.connection.welcome();
    fixture.connection.acknowledged();
    fixture.written();

    fixture.connection.welcomeAgain(null);
    assertEquals(List.of("welcome 2"), fixture.written());
    fixture.connection.welcomeAgain(null);
    assertEquals(List.of("welcome 3"), fixture.written());
  }

  @Test
  void oneThatStillWaitsIsTheAnswerToAll() {
    fixture.transport.completedByHand();
    fixture.connection.send("before");
    fixture.scheduler.run();
    fixture.connection.welcome();
    fixture.connection.acknowledged();
    fixture.connection.welcomeAgain(null);
    fixture.connection.welcomeAgain(null);
    fixture.transport.completedAtOnce();
    fixture.transport.complete();

    assertEquals(List.of("before", "welcome 1", "ping"), fixture.written());
  }

  /** The one in flight may have reached the client before its listener, and so before its hello. */
  @Test
  void oneThatTheContainerHasAlreadyIsNoAnswer() {
    fixture.transport.completedByHand();
    fixture.connection.welcome();
    fixture.scheduler.run();
    fixture.connection.acknowledged();
    fixture.connection.welcomeAgain(null);
    fixture.transport.completedAtOnce();
    fixture.transport.complete();

    assertEquals(
        List.of("welcome 1", "welcome 2"),
        fixture.written().stream().filter(frame -> frame.startsWith("welcome")).toList());
  }

  @Test
  void withTheNonceOfTheLastRequest() {
    fixture.connection.welcome();
    fixture.connection.welcomeAgain("n-1");
    fixture.connection.acknowledged();
    fixture.written();
    fixture.connection.welcomeAgain("n-2");
    fixture.connection.welcomeAgain(null);

    assertEquals(List.of("welcome 3 to n-2", "welcome 4"), fixture.written());
  }

  @Test
  void oneThatStillWaitsWithAnotherNonceIsNoAnswer() {
    fixture.transport.completedByHand();
    fixture.connection.send("before");
    fixture.scheduler.run();
    fixture.connection.welcome();
    fixture.connection.acknowledged();
    fixture.connection.welcomeAgain("n-1");
    fixture.connection.welcomeAgain("n-1");
    fixture.transport.completedAtOnce();
    fixture.transport.complete();

    assertEquals(List.of("before", "welcome 1", "welcome 2 to n-1", "ping"), fixture.written());
  }

  @Test
  void theAnswerLeavesBeforeWhatFollowsTheRequest() {
    fixture.transport.completedByHand();
    fixture.connection.send("before");
    fixture.scheduler.run();
    fixture.connection.welcome();
    fixture.connection.welcomeAgain("n-1");
    fixture.connection.send("after");
    fixture.transport.completedAtOnce();
    fixture.transport.complete();

    assertEquals(
        List.of("before", "welcome 1", "welcome 2 to n-1", "after", "ping"), fixture.written());
  }

  @Test
  void theFirstOneAnswersARequestThatCameBeforeIt() {
    fixture.connection.welcomeAgain("n-1");
    fixture.connection.welcome();

    assertEquals(List.of("welcome 1 to n-1", "ping"), fixture.written());
  }

  @Test
  void afterTheDeadlineToo() {
    fixture.connection.welcome();
    fixture.advance(20_000);
    fixture.written();
    fixture.connection.welcomeAgain(null);

    assertEquals(List.of("welcome 6"), fixture.written());
  }

  @Test
  void notBeforeTheFirstAndNotAfterTheEnd() {
    fixture.connection.welcomeAgain(null);
    assertEquals(List.of(), fixture.written());

    fixture.connection.welcome();
    fixture.written();
    fixture.connection.closed(1000);
    fixture.connection.welcomeAgain(null);
    assertEquals(List.of(), fixture.written());
  }
}

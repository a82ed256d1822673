package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Not every container tells of the end of every connection. */
class ConnectionThatIsClosedInSilenceTest {

  private final ConnectionFixture fixture = new ConnectionFixture();

  @Test
  void endsWith1006WhenItHasNotBeenOpenForTheSendTimeout() {
    fixture.transport.open(false);
    fixture.advance(5_250);
    assertEquals(List.of("opened"), fixture.events.take());
    fixture.advance(250);

    assertEquals(List.of("closed 1006"), fixture.events.take());
    assertEquals(0, fixture.scheduler.waiting());
  }

  @Test
  void goesOnWhenItIsOpenAgain() {
    for (int i = 0; i < 5; i++) {
      fixture.transport.open(false);
      fixture.advance(4_000);
      fixture.transport.open(true);
      fixture.advance(250);
    }

    assertEquals(List.of("opened"), fixture.events.take());
  }
}

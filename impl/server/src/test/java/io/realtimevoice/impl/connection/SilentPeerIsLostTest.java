package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilentPeerIsLostTest {

  private final ConnectionFixture fixture = new ConnectionFixture();

  SilentPeerIsLostTest() {
    fixture.connection.signals(
        new Connection.Signals() {
          @Override
          public void ask() {
            fixture.connection.send("are you there");
          }

          @Override
          public String gap(long bytes) {
            return null;
          }
        });
  }

  @Test
  void withinTwelveSeconds() {
    fixture.advance(5_250);
    assertEquals(List.of("are you there"), fixture.written());
    fixture.advance(5_750);
    assertTrue(fixture.connection.isOpen());
    fixture.advance(750);

    assertEquals(List.of("close 4480"), fixture.written());
    assertFalse(fixture.connection.isOpen());
  }

  @Test
  void unlessItAnswers() {
    for (int i = 0; i < 100; i++) {
      fixture.advance(10_000);
      fixture.connection.acknowledged();
    }

    assertTrue(fixture.connection.isOpen());
  }

  @Test
  void unlessItsWebSocketStackAnswers() {
    for (int i = 0; i < 100; i++) {
      fixture.advance(10_000);
      fixture.connection.pong(ByteBuffer.allocate(0));
    }

    assertTrue(fixture.connection.isOpen());
  }

  @Test
  void andIsNotAskedWhileItTalks() {
    for (int i = 0; i < 100; i++) {
      fixture.advance(1_000);
      fixture.connection.acknowledged();
    }

    assertEquals(List.of(), fixture.written());
  }

  @Test
  void butNotBecauseWeStoodStill() {
    Pulse pulse =
        new Pulse(
            new Pulse.Limits(java.time.Duration.ofNanos(5), java.time.Duration.ofNanos(6)), 0);

    assertEquals(Pulse.Beat.ASK, pulse.check(1_000));
    assertEquals(Pulse.Beat.FINE, pulse.check(1_006));
    assertEquals(Pulse.Beat.LOST, pulse.check(1_007));
  }

  @Test
  void onlyWhereItIsAsked() {
    ConnectionFixture silent = new ConnectionFixture();
    silent.advance(60_000);

    assertTrue(silent.connection.isOpen());
  }
}

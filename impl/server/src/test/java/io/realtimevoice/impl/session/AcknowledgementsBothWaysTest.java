package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcknowledgementsBothWaysTest {

  private final ResumeFixture fixture = new ResumeFixture();
  private final ResumeFixture.Link link = fixture.connect();

  @Test
  void afterASecond() {
    link.answers();
    link.saysType("start");
    assertEquals(List.of("ready"), link.answers());
    fixture.advance(Duration.ofMillis(1_500));

    assertEquals(List.of("ack 1"), link.answers());
    fixture.advance(Duration.ofMinutes(1));
    assertEquals(List.of(), link.answers());
  }

  @Test
  void soonerAfterManyMessages() {
    fixture.advance(Duration.ofMillis(500));
    link.saysType("start");
    link.answers();
    for (int i = 0; i < 50; i++) {
      link.plays(1, 2);
    }
    fixture.advance(Duration.ofMillis(250));

    assertEquals(List.of("ack 51"), link.answers());
  }

  @Test
  void ofAHeartbeatAtOnce() {
    link.answers();
    link.saysType("start").answers();

    assertEquals(List.of("ack 1"), link.says("{\"type\":\"heartbeat\",\"received\":1}").answers());
  }

  @Test
  void ofAHeartbeatEvenWhileTheApplicationIsBusy() {
    link.saysType("start").answers();
    fixture.application.inAudio = () -> link.line.text("{\"type\":\"heartbeat\",\"received\":1}");
    link.plays(1, 2);

    assertEquals(List.of("ack 2"), link.answers());
  }

  @Test
  void ofMoreThanThereWasAreAnError() {
    link.answers();
    link.says("{\"type\":\"ack\",\"received\":1}");

    assertEquals(List.of("error BAD_COUNT", "close 4400"), link.answers());
  }

  @Test
  void notForClientsThatNeverSaidHello() {
    ResumeFixture.Link older = fixture.connectSilently();
    older.saysType("start").plays(1, 2);
    assertEquals(List.of("ready"), older.answers());
    fixture.advance(Duration.ofMinutes(1));

    assertEquals(List.of(), older.answers());
  }

  @Test
  void countWhatIsWrongToo() {
    link.saysType("start").says("?").saysType("nonsense").answers();

    assertEquals(List.of("ack 3"), link.says("{\"type\":\"heartbeat\",\"received\":0}").answers());
  }
}

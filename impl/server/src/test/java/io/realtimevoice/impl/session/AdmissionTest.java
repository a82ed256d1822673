package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private final ResumeFixture fixture = new ResumeFixture();

  @Test
  void ofNoMoreSessionsThanAllowed() {
    ResumeFixture.Link first = fixture.connect().saysType("start");
    fixture.connect().saysType("start").breaks();
    fixture.connect().saysType("start");
    ResumeFixture.Link fourth = fixture.connect();
    fourth.answers();

    assertEquals(List.of("error OVERLOADED", "close 1013"), fourth.saysType("start").answers());
    first.connection.closed(1000);
    ResumeFixture.Link fifth = fixture.connect();
    fifth.answers();
    assertEquals(List.of("ready"), fifth.saysType("start").answers());
  }

  @Test
  void ofASecondStreamOfTheSameSession() {
    ResumeFixture.Link link = fixture.connect();
    link.answers();
    for (int i = 0; i < 10; i++) {
      link.saysType("start").saysType("stop");
      assertEquals(List.of("ready", "stopped"), link.answers());
    }
  }
}

package io.realtimevoice.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.client.FakeServer.Connection;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.CloseCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionIsLostTest {

  private final ResumeFixture made = new ResumeFixture();
  private final Fixture fixture = made.fixture;

  @Test
  void whenTheServerRefusesToGoOn() {
    Connection second = made.next();
    second.receive("{\"type\":\"error\",\"code\":\"RESUME_LOST\",\"message\":\"\",\"fatal\":true}");
    second.lose(4410);
    lost(Verdict.SESSION_LOST);
    Connection third = again();

    assertEquals(List.of("hello", "report", "report"), third.types());
    assertEquals(2, fixture.told.ready);
  }

  @Test
  void whenTheServerCountsWhatWasNeverSent() {
    Connection second = made.next();
    ResumeFixture.resumed(second, 2, "t-2");

    lost(Verdict.SESSION_LOST);
    assertEquals(CloseCode.NORMAL.code(), second.closedWith);
  }

  @Test
  void whenTheServerCountsBackwards() {
    ResumeFixture.resumed(made.next(), 0, "t-2");

    lost(Verdict.SESSION_LOST);
  }

  @Test
  void whenTheNextServerCannotResume() {
    made.first.lose(1006);
    fixture.clock.advance(ResumeFixture.RETRY_MS);
    fixture.server.connection().open();
    fixture.server.connection().welcome(nonce());

    lost(Verdict.SESSION_LOST);
    assertEquals(CloseCode.NORMAL.code(), fixture.server.connection().closedWith);
  }

  @Test
  void byACodeThatEndsIt() {
    made.first.lose(1011);

    lost(Verdict.HANDLER_FAILED);
  }

  @Test
  void whenItGoesOnElsewhere() {
    made.first.lose(4409);

    lost(Verdict.SUPERSEDED);
    assertEquals(List.of(Verdict.SUPERSEDED), fixture.told.finalVerdicts());
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"type\":\"welcome\",\"version\":9,\"sessionId\":\"s\"}', VERSION_MISMATCH",
    "'<html></html>', NOT_OUR_PROTOCOL"
  })
  void andTheServerKeepsNoneThatNobodyWillResume(String first, Verdict verdict) {
    Fixture client = new Fixture();
    client.connect();
    client.server.connection().open();
    client.server.connection().receive(first);

    assertEquals(List.of(verdict), client.told.finalVerdicts());
    assertEquals(CloseCode.NORMAL.code(), client.server.connection().closedWith);
  }

  @Test
  void andNotByASilenceAfterWhichTheServerShallKeepIt() {
    made.next();
    fixture.clock.advance(4_000);

    assertEquals(CloseCode.HEARTBEAT_LOST.code(), fixture.server.connections.get(1).closedWith);
    assertTrue(made.stream.isOpen());
  }

  @Test
  void whenTheServerHasWaitedLongEnough() {
    made.first.lose(1006);
    for (int i = 0; i < 20 && fixture.state() != ClientState.CLOSED; i++) {
      fixture.clock.advance(20_000);
      if (fixture.state() != ClientState.CLOSED) {
        fixture.server.connection().lose(1006);
      }
    }

    lost(Verdict.SESSION_LOST);
    assertEquals(List.of(Verdict.SESSION_LOST), fixture.told.finalVerdicts());
  }

  private String nonce() {
    return fixture.server.connection().message(0).getString("nonce");
  }

  private Connection again() {
    fixture.clock.advance(ResumeFixture.RETRY_MS);
    Connection next = fixture.server.connection();
    next.open();
    ResumeFixture.welcome(next, "s-2", "t-9");
    return next;
  }

  private void lost(Verdict verdict) {
    assertFalse(made.stream.isOpen());
    assertEquals(verdict, Fixture.failure(made.stream.ended()).problem().verdict());
  }
}

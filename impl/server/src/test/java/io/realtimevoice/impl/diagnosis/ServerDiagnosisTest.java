package io.realtimevoice.impl.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.impl.diagnosis.HandshakeFacts.Endpoint;
import io.realtimevoice.protocol.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerDiagnosisTest {

  private final FlightFixture connection = new FlightFixture();

  @ParameterizedTest
  @CsvSource({
    "1001,SERVER_RESTARTED high",
    "1012,SERVER_RESTARTED high",
    "4503,SERVER_RESTARTED high",
    "1008,FORBIDDEN_ORIGIN medium",
    "1009,TOO_BIG high",
    "1013,OVERLOADED high",
    "4400,BAD_MESSAGE high",
    "4401,NOT_AUTHENTICATED high",
    "4406,VERSION_MISMATCH high",
    "4408,NO_START high",
    "4409,SUPERSEDED high",
    "4410,SESSION_LOST high",
    "4429,TOO_FAST high",
    "4480,HALF_OPEN high",
    "4481,TOO_SLOW_READER high",
    "1000,HEALTHY high"
  })
  void knowsWhyTheServerItselfCloses(int code, String verdict) {
    connection.welcomed().closes(9_000, code);

    assertEquals(verdict, connection.verdict());
  }

  @ParameterizedTest
  @CsvSource({
    "HANDLER_TIMEOUT,HANDLER_TOO_SLOW high",
    "HANDLER_FAILED,HANDLER_FAILED high",
    "INTERNAL,HANDLER_FAILED medium"
  })
  void tellsTheApplicationsFailuresApart(ErrorCode told, String verdict) {
    connection.welcomed().told(told).closes(9_000, 1011);

    assertEquals(verdict, connection.verdict());
    assertTrue(connection.finding().evidence().contains("the client was told " + told));
  }

  @Test
  void takesSendsThatFailForALostConnection() {
    connection.welcomed();
    connection.recorder.retrying("c", 1, null);
    connection.recorder.broken("c", 4480, null);
    connection.closes(9_000, 4480);

    assertEquals("CONNECTION_LOST medium", connection.verdict());
  }

  @Test
  void blamesNoOriginWhereThereIsNone() {
    connection.from(new HandshakeFacts(Endpoint.STREAM, false, false, false, "Tyrus"));
    connection.told(ErrorCode.REFUSED).closes(10, 1008);

    assertEquals("FORBIDDEN high", connection.verdict());
  }

  @ParameterizedTest
  @CsvSource({"1000,HEALTHY high", "1005,HEALTHY high", "1001,HEALTHY medium"})
  void givesACleanBillToAClientThatLeaves(int code, String verdict) {
    connection.welcomed().hears(5_000).ends(5_010, code);

    assertEquals(verdict, connection.verdict());
  }

  @Test
  void givesACleanBillToOneThatIsThere() {
    connection.welcomed().at(60_000);

    assertEquals("HEALTHY high", connection.verdict());
  }

  @Test
  void seesAWelcomeThatIsLostWhileTheClientTalks() {
    connection.sent(5).hello(20, "n-1").hears(3_000).ends(4_000, 1000);

    assertEquals("WELCOME_LOST_DOWNSTREAM high", connection.verdict());
  }

  @Test
  void isLessSureOfOneWhoseClientIsSilent() {
    connection.sent(5).hello(20, "n-1").ends(4_000, 1006);

    assertEquals("WELCOME_LOST_DOWNSTREAM medium", connection.verdict());
  }

  @Test
  void believesAClientThatGoesOnEvenIfNoPongComesThrough() {
    connection.sent(5).hello(20, "n-1").starts(100).plays(3_000).at(60_000);

    assertEquals("HEALTHY high", connection.verdict());
    assertTrue(
        connection
            .finding()
            .evidence()
            .contains("no pong came, but the client goes on as only one that is welcomed does"),
        () -> connection.finding().toString());
  }

  @Test
  void believesOneThatSendsTheAudioOfAnOlderSession() {
    connection.sent(5).hello(20, "n-1").hears(25).plays(3_000).ends(9_000, 1006);

    assertEquals("IDLE_CUT medium", connection.verdict());
  }

  @Test
  void believesOneThatSendsSignsOfLife() {
    connection.sent(5).hello(20, "n-1").hears(5_000).hears(10_000).at(12_000);

    assertEquals("HEALTHY high", connection.verdict());
  }

  @Test
  void doesNotBelieveOneThatOnlySaysHelloAgainAndAsksToResume() {
    connection.sent(5).hello(20, "n-1").hears(25).hello(800, "n-1").hello(3_200, "n-1");
    connection.ends(4_000, 1000);

    assertEquals("WELCOME_LOST_DOWNSTREAM high", connection.verdict());
  }

  @Test
  void isLessSureOfAnOlderPageWhichProvesNothing() {
    connection.sent(5).speaks(2_500).hears(4_000).at(5_000);
    assertEquals("WELCOME_LOST_DOWNSTREAM medium", connection.verdict());

    connection.starts(5_100).plays(8_000);
    assertEquals("WELCOME_LOST_DOWNSTREAM low", connection.verdict());
  }

  @Test
  void seesItWhileTheConnectionIsOpen() {
    connection.sent(5).hello(20, "n-1").at(1_500);
    assertEquals("HEALTHY high", connection.verdict());

    connection.at(2_500);
    assertEquals("WELCOME_LOST_DOWNSTREAM medium", connection.verdict());
  }

  @Test
  void seesAClientWhoseCodeDoesNotAnswer() {
    connection.sent(5).received(30).ends(15_000, 1000);

    assertEquals("LISTENER_TOO_LATE medium", connection.verdict());
  }

  @Test
  void doesNotBlameAClientThatLeavesAtOnce() {
    connection.sent(5).received(30).ends(500, 1000);

    assertEquals("HEALTHY low", connection.verdict());
  }

  @Test
  void seesAServerThatGreetsLate() {
    connection.sent(2_300).hello(2_310, "n-1").received(2_320).ends(9_000, 1000);

    assertEquals("SERVER_SLOW medium", connection.verdict());
  }

  @Test
  void seesAServerThatDoesNotGreet() {
    connection.ends(4_000, 1000);

    assertEquals("SERVER_SLOW medium", connection.verdict());
  }

  @ParameterizedTest
  @CsvSource({"1_000,CONNECTION_LOST medium", "3_000,IDLE_CUT medium"})
  void tellsACutInSilenceFromALoss(String silence, String verdict) {
    int millis = Integer.parseInt(silence.replace("_", ""));
    connection.welcomed().hears(6_000).ends(6_000 + millis, 1006);

    assertEquals(verdict, connection.verdict());
  }

  @Test
  void saysForHowLongItWasSilent() {
    connection.welcomed().hears(6_000).ends(66_000, 1006);

    assertTrue(
        connection.finding().evidence().contains("after a silence of 60000 ms"),
        () -> connection.finding().toString());
  }

  @Test
  void asksForNoPongWhereTheApplicationMayHandleThem() {
    connection.from(new HandshakeFacts(Endpoint.APPLICATION, true, false, false, "Chrome"));
    connection.sent(5).speaks(100).ends(9_000, 1000);

    assertEquals("HEALTHY high", connection.verdict());
  }

  @Test
  void leavesWhatItDoesNotKnowUnknown() {
    connection.sent(5).at(100);

    assertEquals("UNKNOWN low", connection.verdict());
  }
}

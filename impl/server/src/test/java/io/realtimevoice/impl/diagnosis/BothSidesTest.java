package io.realtimevoice.impl.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.protocol.ClientMessage.Report;
import io.realtimevoice.protocol.ErrorCode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server's timeline and the client's report, and the verdict that follows from both. */
class BothSidesTest {

  private static final String NO_WELCOME = "connecting open hello silent failed";
  private static final String READY = "connecting open hello welcome ready lost";

  private final FlightFixture connection = new FlightFixture();

  @ParameterizedTest(name = "{0}: {1} {2} makes {4}")
  @CsvSource({
    // What the server saw; verdict, confidence and timeline of the client; what follows.
    "never written,   SERVER_SILENT, MEDIUM, no welcome, SERVER_SILENT high",
    "written late,    SERVER_SILENT, MEDIUM, no welcome, SERVER_SLOW high",
    "not received,    SERVER_SILENT, MEDIUM, no welcome, WELCOME_LOST_DOWNSTREAM high",
    "received,        SERVER_SILENT, MEDIUM, no welcome, LISTENER_TOO_LATE high",
    "received late,   SERVER_SILENT, MEDIUM, no welcome, PROXY_BUFFERS medium",
    "received, WELCOME_LOST_DOWNSTREAM, HIGH, no welcome, LISTENER_TOO_LATE high",
    "received,        SERVER_SILENT, MEDIUM, none,       SERVER_SILENT medium",
    "received, HELLO_LOST_UPSTREAM, MEDIUM, welcome,     WELCOME_LOST_DOWNSTREAM medium",
    "hello late, HELLO_LOST_UPSTREAM, HIGH, welcome,     PROXY_BUFFERS medium",
    "used,            SERVER_SILENT, HIGH,   none,       CONNECTION_LOST medium",
    "lost,            APP_IN_BACKGROUND, MEDIUM, ready,  APP_IN_BACKGROUND medium",
    "lost,            APP_IN_BACKGROUND, LOW, ready,     CONNECTION_LOST medium",
    "lost,            CONNECTION_LOST, HIGH, ready,      CONNECTION_LOST high",
    "lost,            CONNECTION_LOST, LOW,  ready,      CONNECTION_LOST medium",
    "lost,            IDLE_CUT,        HIGH, ready,      CONNECTION_LOST medium",
    "silent,          IDLE_CUT,        HIGH, ready,      IDLE_CUT high",
    "silent,          HALF_OPEN,       HIGH, ready,      HALF_OPEN high",
    "left,            NOT_OUR_PROTOCOL, HIGH, ready,     NOT_OUR_PROTOCOL high",
    "left,            SERVER_SLOW,     HIGH, ready,      HEALTHY high",
    "left,            CONNECTION_LOST, LOW,  ready,      CONNECTION_LOST low",
    "left,            DNS_FAILED,      HIGH, ready,      HEALTHY high",
    "left,            OVERLOADED,      HIGH, ready,      HEALTHY high",
    "left,            HEALTHY,         HIGH, ready,      HEALTHY high",
    "left,            MADE_UP,         HIGH, ready,      HEALTHY high",
    "open,            CONNECTION_LOST, MEDIUM, ready,    CONNECTION_LOST medium",
    "closed,          CONNECTION_LOST, HIGH, ready,      OVERLOADED high",
    "failed,          CONNECTION_LOST, HIGH, no welcome, HANDLER_FAILED high",
    "failed maybe,    APP_IN_BACKGROUND, MEDIUM, ready,  HANDLER_FAILED medium",
    "not sent,        APP_IN_BACKGROUND, MEDIUM, ready,  APP_IN_BACKGROUND medium",
  })
  void makeOneVerdict(
      String server, String verdict, String confidence, String timeline, String both) {
    seen(server);
    connection.reports(report(verdict, confidence, timeline));

    assertEquals(both, connection.verdict(), () -> connection.finding().toString());
  }

  @Test
  void showsWhatEachOfThemSaw() {
    seen("received");
    connection.reports(report("SERVER_SILENT", "MEDIUM", "no welcome"));

    List<String> evidence = connection.finding().evidence();
    assertTrue(
        evidence.containsAll(
            List.of(
                "closed with 1000 by the client or the network after 4000 ms",
                "welcome sent after 5 ms",
                "the client's WebSocket stack had it after 30 ms",
                "the client saw no welcome")),
        evidence::toString);
  }

  @Test
  void saysWhatTheClientReportsEvenIfItDoesNotFollow() {
    seen("left");
    connection.reports(report("DNS_FAILED", "HIGH", "ready"));

    assertTrue(
        connection.finding().evidence().contains("the client reports DNS_FAILED, confidence HIGH"),
        () -> connection.finding().toString());
  }

  @Test
  void leavesTheServersVerdictWhereTheClientSaysNothing() {
    seen("lost");
    String own = connection.finding().toString();
    connection.reports(report(null, null, "ready"));

    assertEquals(own, connection.finding().toString());
  }

  @Test
  void takesAReportWithoutAConfidenceForAGuess() {
    connection.sent(5).hello(20, "n-1").received(30).ends(900, 1000);
    connection.reports(new Report("CONNECTION_LOST", null, "n-1", null, List.of()));

    assertEquals("CONNECTION_LOST low", connection.verdict());
  }

  private void seen(String server) {
    switch (server) {
      case "never written" -> connection.hello(20, "n-1").ends(4_000, 1000);
      case "written late" ->
          connection.hello(20, "n-1").sent(3_900).received(3_950).ends(4_000, 1000);
      case "not received" -> connection.sent(5).hello(20, "n-1").ends(4_000, 1006);
      case "received" -> connection.sent(5).hello(20, "n-1").received(30).ends(4_000, 1000);
      case "received late" -> connection.sent(5).hello(20, "n-1").received(3_900).ends(4_000, 1000);
      case "hello late" -> connection.sent(5).hello(3_800, "n-1").received(3_810).ends(4_000, 1000);
      case "used" -> connection.welcomed().starts(100).plays(5_000).ends(5_100, 1006);
      case "lost" -> connection.welcomed().hears(6_000).ends(7_000, 1006);
      case "silent" -> connection.welcomed().hears(6_000).ends(66_000, 1006);
      case "left" -> connection.welcomed().hears(6_000).ends(6_010, 1000);
      case "open" -> connection.welcomed().at(60_000);
      case "closed" -> connection.welcomed().closes(9_000, 1013);
      case "failed" -> connection.welcomed().told(ErrorCode.HANDLER_FAILED).closes(9_000, 1011);
      case "failed maybe" -> connection.welcomed().closes(9_000, 1011);
      case "not sent" -> {
        connection.welcomed().recorder.retrying("c", 1, null);
        connection.recorder.broken("c", 4480, null);
        connection.closes(9_000, 4480);
      }
      default -> throw new AssertionError(server);
    }
  }

  private static Report report(String verdict, String confidence, String timeline) {
    String events =
        switch (timeline) {
          case "no welcome" -> NO_WELCOME;
          case "welcome" -> NO_WELCOME.replace("silent", "welcome silent");
          case "ready" -> READY;
          default -> "";
        };
    return new Report(
        verdict,
        confidence,
        "n-1",
        null,
        Arrays.stream(events.split(" ", -1))
            .filter(event -> !event.isEmpty())
            .map(event -> new Report.Step(0, event, null, null, null))
            .toList());
  }
}

package io.realtimevoice.impl.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.protocol.ClientMessage.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportsAreJoinedTest {

  private static final int MOST_LOOSE = 50;

  private final FlightFixture connection = new FlightFixture();

  @Test
  void toTheConnectionThatTheyAreAbout() {
    connection.welcomed();
    Report report = report("SERVER_SILENT", "n-1");
    connection.recorder.reported("another", report);

    assertEquals(report, connection.recorder.reports().about("c").orElseThrow().report());
    assertTrue(connection.recorder.reports().loose().isEmpty());
  }

  @Test
  void orKeptLooseIfItIsNotKnown() {
    connection.recorder.reported("c", report("DNS_FAILED", "n-2"));
    connection.recorder.reported("c", report("CONNECTION_REFUSED", null));

    assertTrue(connection.recorder.reports().about("c").isEmpty());
    assertEquals(
        List.of("DNS_FAILED", "CONNECTION_REFUSED"),
        connection.recorder.reports().loose().stream().map(k -> k.report().verdict()).toList());
  }

  @Test
  void andNotWithoutEnd() {
    for (int i = 0; i < MOST_LOOSE + 1; i++) {
      connection.recorder.reported("c", report(i == 0 ? "FIRST" : "LATER", null));
    }

    List<ClientReports.Kept> loose = connection.recorder.reports().loose();
    assertEquals(MOST_LOOSE, loose.size());
    assertEquals("LATER", loose.get(0).report().verdict());
  }

  private static Report report(String verdict, String nonce) {
    return new Report(verdict, "HIGH", nonce, null, List.of());
  }
}

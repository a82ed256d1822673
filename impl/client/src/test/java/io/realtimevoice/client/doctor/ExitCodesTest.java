package io.realtimevoice.client.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.diagnosis.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodesTest {

  @ParameterizedTest
  @CsvSource({
    "HEALTHY, 0",
    "DNS_FAILED, 1",
    "CONNECTION_REFUSED, 1",
    "TLS_EXPIRED, 2",
    "TLS_REQUIRED, 2",
    "NOT_FOUND, 3",
    "IDLE_CUT, 3",
    "SERVER_SILENT, 4",
    "OVERLOADED, 4",
    "UNKNOWN, 4",
    "BAD_URL, 5",
    "NOT_WSS, 5",
  })
  void tellTheClassOfTheVerdict(Verdict verdict, int code) {
    assertEquals(code, ExitCode.of(verdict));
  }
}

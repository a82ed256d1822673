package io.realtimevoice.client.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.realtimevoice.diagnosis.Verdict;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class PortsWithoutTlsTest {

  private static final String ANSWER = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";

  @Test
  void answerTheHelloInHttp() throws Exception {
    assertEquals(Verdict.TLS_NOT_SPOKEN, verdict(call -> call.say(ANSWER)));
  }

  @Test
  void hangUpAtTheHello() throws Exception {
    assertEquals(
        Verdict.TLS_NOT_SPOKEN,
        verdict(
            call -> {
              if (call.in().read() == 'G') {
                call.say(ANSWER);
              }
            }));
  }

  @Test
  void waitForTheRestOfTheLine() throws Exception {
    assertEquals(
        Verdict.TLS_NOT_SPOKEN,
        verdict(
            call -> {
              call.request();
              call.say(ANSWER);
            }));
  }

  @Test
  void orSayNothingToAnybody() throws Exception {
    assertEquals(Verdict.HANDSHAKE_TIMED_OUT, verdict(Peer.Call::listen));
  }

  private static Verdict verdict(Peer.Script script) throws IOException, GeneralSecurityException {
    try (Peer peer = Peer.of(script)) {
      StepResult result = TlsStep.run(Ways.hasty(peer.url("wss")), InstantSource.system());
      assertNotNull(result.finding(), result::toString);
      return result.finding().verdict();
    }
  }
}

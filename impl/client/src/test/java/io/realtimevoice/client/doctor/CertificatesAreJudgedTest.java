package io.realtimevoice.client.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Verdict;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificatesAreJudgedTest {

  private static final InstantSource CLOCK = InstantSource.system();

  @Test
  void goodIfTheChainLeadsToARootThatIsTrusted() throws Exception {
    StepResult result = look(Certificates.server("good"));

    assertNull(result.finding());
    assertTrue(result.ok());
    assertEquals(3, result.facts().get("certificates"));
    assertEquals("CN=good", result.facts().get("subject1"));
    assertEquals("CN=authority", result.facts().get("issuer1"));
    assertEquals(true, result.facts().get("complete"));
    assertEquals(List.of("127.0.0.1"), result.facts().get("names"));
  }

  @Test
  void incompleteIfTheAuthorityInBetweenIsNotSent() throws Exception {
    StepResult result = look(Certificates.incomplete("good"));

    assertEquals(Verdict.TLS_INCOMPLETE_CHAIN, verdict(result));
    assertEquals(false, result.facts().get("complete"));
  }

  @Test
  void untrustedIfItVouchesForItself() throws Exception {
    try (Peer peer = Peer.on(Certificates.server("root"), Peer.Call::listen)) {
      StepResult result = TlsStep.run(Ways.to(peer.url("wss")), CLOCK);

      assertEquals(Verdict.TLS_UNTRUSTED, verdict(result));
      assertNotNull(result.finding());
      assertEquals(Confidence.HIGH, result.finding().confidence());
    }
  }

  @Test
  void untrustedIfNobodyKnowsTheRoot() throws Exception {
    try (Peer peer = Peer.on(Certificates.server("good"), Peer.Call::listen)) {
      assertEquals(Verdict.TLS_UNTRUSTED, verdict(TlsStep.run(Ways.to(peer.url("wss")), CLOCK)));
    }
  }

  @Test
  void expired() throws Exception {
    assertEquals(Verdict.TLS_EXPIRED, verdict(look(Certificates.server("expired"))));
  }

  @Test
  void forAnotherHost() throws Exception {
    StepResult result = look(Certificates.server("other"));

    assertEquals(Verdict.TLS_WRONG_HOST, verdict(result));
    assertEquals(List.of("other.example"), result.facts().get("names"));
  }

  private static StepResult look(ServerSocket server) throws Exception {
    try (Peer peer = Peer.on(server, Peer.Call::listen)) {
      return TlsStep.run(Ways.trusting(peer.url("wss")), CLOCK);
    }
  }

  private static Verdict verdict(StepResult result) {
    assertNotNull(result.finding(), result::toString);
    return result.finding().verdict();
  }
}

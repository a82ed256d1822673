package io.realtimevoice.client.doctor;

import io.realtimevoice.client.network.Causes;
import io.realtimevoice.client.network.PlainHttp;
import io.realtimevoice.client.network.TlsCauses;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** The secure connection, and whom the server says to be. */
final class TlsStep {

  private TlsStep() {}

  static StepResult run(Way way, InstantSource clock) {
    Stopwatch watch = new Stopwatch();
    Trust.Witness witness = way.trust().witness();
    Map<String, Object> facts = new LinkedHashMap<>();
    try (Socket plain = way.plain();
        SSLSocket tls = way.tls(plain, witness.context())) {
      SSLSession session = tls.getSession();
      facts.put("protocol", session.getProtocol());
      facts.put("cipher", session.getCipherSuite());
      chain(witness.chain(), way.trust(), facts);
      return StepResult.good(Step.TLS, watch.millis(), facts);
    } catch (SocketTimeoutException e) {
      String fact = "no answer to the TLS hello in " + way.timeoutMs() + " ms";
      Finding finding =
          speaksHttp(way)
              ? plain(fact)
              : Finding.of(Verdict.HANDSHAKE_TIMED_OUT, Confidence.HIGH, "TCP connects", fact);
      return StepResult.bad(Step.TLS, watch.millis(), facts, finding);
    } catch (IOException | GeneralSecurityException e) {
      chain(witness.chain(), way.trust(), facts);
      return StepResult.bad(
          Step.TLS, watch.millis(), facts, finding(way, witness.chain(), e, clock));
    }
  }

  private static Finding finding(
      Way way, List<X509Certificate> chain, Exception thrown, InstantSource clock) {
    boolean shown = !chain.isEmpty();
    Finding finding =
        Causes.in(thrown, SSLException.class).isPresent()
            ? TlsCauses.of(thrown, chain, clock.instant())
            : Finding.of(
                Verdict.TLS_FAILED, Confidence.MEDIUM, String.valueOf(thrown.getMessage()));
    return finding.verdict() == Verdict.TLS_FAILED && !shown && speaksHttp(way)
        ? plain(finding.evidence().get(0))
        : finding;
  }

  private static Finding plain(String fact) {
    return Finding.of(
        Verdict.TLS_NOT_SPOKEN, Confidence.HIGH, fact, "the port answers to plain HTTP");
  }

  /** Some servers hang up on a TLS hello, some wait for the rest of what they take for a line. */
  private static boolean speaksHttp(Way way) {
    return PlainHttp.isSpoken(
        new InetSocketAddress(way.address(), way.target().port()), way.lookMs());
  }

  private static void chain(List<X509Certificate> chain, Trust trust, Map<String, Object> facts) {
    if (chain.isEmpty()) {
      return;
    }
    facts.put("certificates", chain.size());
    for (int i = 0; i < chain.size(); i++) {
      X509Certificate each = chain.get(i);
      facts.put("subject" + (i + 1), each.getSubjectX500Principal().getName());
      facts.put("issuer" + (i + 1), each.getIssuerX500Principal().getName());
      facts.put(
          "valid" + (i + 1),
          each.getNotBefore().toInstant() + " to " + each.getNotAfter().toInstant());
    }
    X509Certificate last = chain.get(chain.size() - 1);
    facts.put("complete", TlsCauses.isSelfSigned(last) || trust.knows(last));
    facts.put("names", names(chain.get(0)));
  }

  private static List<String> names(X509Certificate certificate) {
    try {
      var names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream().map(each -> String.valueOf(each.get(1))).toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }
}

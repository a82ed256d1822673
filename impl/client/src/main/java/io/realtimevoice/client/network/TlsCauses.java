package io.realtimevoice.client.network;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a failed TLS handshake means. Pure functions, for any thread. */
public final class TlsCauses {

  /** The extension in which a certificate says where its issuer's is to be had (RFC 5280). */
  private static final String AUTHORITY_INFORMATION = "1.3.6.1.5.5.7.1.1";

  private TlsCauses() {}

  /**
   * From the exception alone.
   *
   * @param thrown has an {@code SSLException} in it
   * @return any of {@code TLS_*}
   */
  public static Finding of(Throwable thrown) {
    Throwable root = Causes.root(thrown);
    String said = String.valueOf(root.getMessage());
    String fact = "TLS: " + said;
    if (has(thrown, CertificateExpiredException.class)
        || has(thrown, CertificateNotYetValidException.class)) {
      return Finding.of(Verdict.TLS_EXPIRED, Confidence.HIGH, fact);
    }
    if (said.contains("subject alternative") || said.startsWith("No name matching")) {
      return Finding.of(Verdict.TLS_WRONG_HOST, Confidence.HIGH, fact);
    }
    if (has(thrown, CertPathBuilderException.class)
        || has(thrown, CertPathValidatorException.class)
        || has(thrown, CertificateException.class)) {
      return Finding.of(Verdict.TLS_UNTRUSTED, Confidence.MEDIUM, fact);
    }
    if (said.contains("Unsupported or unrecognized SSL message")) {
      return Finding.of(Verdict.TLS_NOT_SPOKEN, Confidence.HIGH, fact);
    }
    return Finding.of(Verdict.TLS_FAILED, Confidence.MEDIUM, fact);
  }

  /**
   * From the exception and what the server has shown.
   *
   * @param thrown has an {@code SSLException} in it
   * @param chain the server's own certificate first; empty if it is not known
   * @param now the device's clock
   * @return any of {@code TLS_*}
   */
  public static Finding of(Throwable thrown, List<X509Certificate> chain, Instant now) {
    Finding finding = of(thrown);
    if (finding.verdict() != Verdict.TLS_UNTRUSTED || chain.isEmpty()) {
      return finding;
    }
    X509Certificate own = chain.get(0);
    String fact = finding.evidence().get(0);
    Optional<X509Certificate> over = chain.stream().filter(each -> !isValid(each, now)).findFirst();
    if (over.isPresent()) {
      return Finding.of(Verdict.TLS_EXPIRED, Confidence.HIGH, fact, dates(over.get()));
    }
    String issuer = "issuer " + own.getIssuerX500Principal().getName();
    if (isSelfSigned(own)) {
      return Finding.of(Verdict.TLS_UNTRUSTED, Confidence.HIGH, fact, "self-signed: " + issuer);
    }
    if (chain.size() == 1) {
      // A private authority that signs by its root alone looks the same, but hardly says where that
      // is to be had.
      boolean named = own.getExtensionValue(AUTHORITY_INFORMATION) != null;
      return Finding.of(
          Verdict.TLS_INCOMPLETE_CHAIN,
          named ? Confidence.HIGH : Confidence.MEDIUM,
          fact,
          "1 certificate sent",
          issuer + " is neither sent nor trusted");
    }
    return Finding.of(
        Verdict.TLS_UNTRUSTED, Confidence.HIGH, fact, chain.size() + " certificates sent", issuer);
  }

  /**
   * Whether somebody has vouched for himself.
   *
   * @param certificate of anybody
   * @return true if issuer and subject are the same
   */
  public static boolean isSelfSigned(X509Certificate certificate) {
    return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
  }

  private static boolean isValid(X509Certificate certificate, Instant now) {
    return !now.isBefore(certificate.getNotBefore().toInstant())
        && !now.isAfter(certificate.getNotAfter().toInstant());
  }

  private static String dates(X509Certificate certificate) {
    return "valid from "
        + certificate.getNotBefore().toInstant()
        + " to "
        + certificate.getNotAfter().toInstant();
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
    return Causes.in(thrown, type).isPresent();
  }
}

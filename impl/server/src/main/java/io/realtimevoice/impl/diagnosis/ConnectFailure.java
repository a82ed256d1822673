package io.realtimevoice.impl.diagnosis;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why a WebSocket client of whatever container could not connect. Containers wrap the cause and the
 * HTTP status differently, so all that was thrown is looked at.
 */
final class ConnectFailure {

  private static final Pattern STATUS =
      Pattern.compile(
          "(?i)(?:code|status|response)[^0-9]{0,40}(?:101[^0-9]{1,10})?([2-5]\\d\\d)\\b");

  private static final int DEPTH = 10;

  private ConnectFailure() {}

  /**
   * The cause.
   *
   * @param thrown by the connect
   * @param secure whether TLS was to be spoken
   * @return UNKNOWN if nothing of it is known
   */
  static Finding of(Throwable thrown, boolean secure) {
    List<Throwable> causes = causes(thrown);
    return byHttp(causes)
        .or(() -> byTls(causes))
        .or(() -> byNetwork(causes))
        .or(() -> byAnswer(causes, secure))
        .orElseGet(
            () ->
                Finding.of(
                    Verdict.UNKNOWN,
                    Confidence.LOW,
                    causes.get(causes.size() - 1).getClass().getSimpleName()));
  }

  private static Optional<Finding> byHttp(List<Throwable> causes) {
    if (causes.stream().anyMatch(ConnectFailure::isOfSignIn)) {
      return found(Verdict.UNAUTHORIZED, "HTTP 401");
    }
    return causes.stream()
        .map(cause -> STATUS.matcher(message(cause)))
        .filter(Matcher::find)
        .map(found -> Integer.parseInt(found.group(1)))
        .findFirst()
        .map(status -> Finding.of(verdict(status), Confidence.HIGH, "HTTP " + status));
  }

  /** Tyrus and Tomcat have exceptions of this name that do not say the status. */
  private static boolean isOfSignIn(Throwable cause) {
    return cause.getClass().getSimpleName().equals("AuthenticationException");
  }

  private static Verdict verdict(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> Verdict.REDIRECTED;
      case 401, 407 -> Verdict.UNAUTHORIZED;
      case 403 -> Verdict.FORBIDDEN;
      case 404, 410 -> Verdict.NOT_FOUND;
      case 502, 503, 504 -> Verdict.BAD_GATEWAY;
      case 200, 400, 405, 426, 501 -> Verdict.UPGRADE_STRIPPED;
      default -> Verdict.HANDSHAKE_REFUSED;
    };
  }

  private static Optional<Finding> byTls(List<Throwable> causes) {
    if (has(causes, CertificateExpiredException.class)
        || has(causes, CertificateNotYetValidException.class)) {
      return found(Verdict.TLS_EXPIRED, "the certificate's dates");
    }
    if (!has(causes, SSLException.class)) {
      return Optional.empty();
    }
    String said = messages(causes);
    if (said.contains("subject alternative") || said.contains("no name matching")) {
      return found(Verdict.TLS_WRONG_HOST, "the certificate's names");
    }
    if (said.contains("certification path") || said.contains("pkix")) {
      return Optional.of(
          Finding.of(Verdict.TLS_UNTRUSTED, Confidence.MEDIUM, "no path to a trusted authority"));
    }
    if (said.contains("unrecognized ssl message") || said.contains("plaintext")) {
      return found(Verdict.TLS_NOT_SPOKEN, "the answer is no TLS");
    }
    return Optional.of(Finding.of(Verdict.TLS_FAILED, Confidence.MEDIUM, "the TLS handshake"));
  }

  private static Optional<Finding> byNetwork(List<Throwable> causes) {
    String said = messages(causes);
    if (has(causes, UnknownHostException.class) || has(causes, UnresolvedAddressException.class)) {
      return found(Verdict.DNS_FAILED, "the name is not known");
    }
    if (said.contains("refused")) {
      return found(Verdict.CONNECTION_REFUSED, "refused");
    }
    if (said.contains("timed out")
        || said.contains("timeout")
        || said.contains("response not received")
        || has(causes, TimeoutException.class)) {
      return Optional.of(
          has(causes, ConnectException.class) || said.contains("connect timed out")
              ? Finding.of(Verdict.CONNECT_TIMED_OUT, Confidence.MEDIUM, "no connection in time")
              : Finding.of(Verdict.HANDSHAKE_TIMED_OUT, Confidence.LOW, "no answer in time"));
    }
    return has(causes, ConnectException.class)
        ? Optional.of(Finding.of(Verdict.CONNECT_FAILED, Confidence.MEDIUM, "no connection"))
        : Optional.empty();
  }

  /** There is a connection, but what comes over it is no answer to a handshake. */
  private static Optional<Finding> byAnswer(List<Throwable> causes, boolean secure) {
    String said = messages(causes);
    if (has(causes, ClosedChannelException.class)
        || has(causes, EOFException.class)
        || said.contains("closed unexpectedly")) {
      return Optional.of(
          secure
              ? Finding.of(Verdict.TLS_FAILED, Confidence.LOW, "closed before an answer")
              : Finding.of(Verdict.HANDSHAKE_REFUSED, Confidence.LOW, "closed before an answer"));
    }
    return said.contains("invalid response")
            || said.contains("handshake error")
            || said.contains("http response")
        ? Optional.of(
            Finding.of(Verdict.HANDSHAKE_REFUSED, Confidence.LOW, "no answer to a handshake"))
        : Optional.empty();
  }

  private static Optional<Finding> found(Verdict verdict, String evidence) {
    return Optional.of(Finding.of(verdict, Confidence.HIGH, evidence));
  }

  private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
    return causes.stream().anyMatch(type::isInstance);
  }

  private static String messages(List<Throwable> causes) {
    return String.join(" ", causes.stream().map(ConnectFailure::message).toList())
        .toLowerCase(Locale.ROOT);
  }

  private static String message(Throwable cause) {
    return String.valueOf(cause.getMessage());
  }

  /** The outermost first, with what was suppressed. */
  private static List<Throwable> causes(Throwable thrown) {
    List<Throwable> all = new ArrayList<>();
    @Nullable Throwable next = thrown;
    for (int i = 0; next != null && i < DEPTH; i++) {
      all.add(next);
      Stream.of(next.getSuppressed()).limit(DEPTH).forEach(all::add);
      next = next.getCause();
    }
    return all;
  }
}

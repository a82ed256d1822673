package io.realtimevoice.client.websocket;

import io.realtimevoice.client.http.Ping;
import io.realtimevoice.client.network.Causes;
import io.realtimevoice.client.network.DiagnosticsUrl;
import io.realtimevoice.client.network.PlainHttp;
import io.realtimevoice.client.network.ShownChain;
import io.realtimevoice.client.network.TlsCauses;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * Asks the network itself where a container leaves open what has failed: it says that there was no
 * answer, not whether there was a connection; and that a certificate is not trusted, not what was
 * sent with it.
 */
final class SecondLook {

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final Route route;
  private final Clock clock;

  SecondLook(Route route, Clock clock) {
    this.route = route;
    this.clock = clock;
  }

  /** Waits, for no longer than the route allows. */
  Failure at(Failure failure, Throwable thrown) {
    if (route.lookTimeoutMs() <= 0 || isProxied()) {
      return failure;
    }
    Finding found = refined(failure.finding(), thrown);
    return new Failure(found, failure.retryAfterMs());
  }

  private Finding refined(Finding first, Throwable thrown) {
    boolean secure = isSecure();
    return switch (first.verdict()) {
      case CONNECT_TIMED_OUT -> first.confidence() == Confidence.HIGH ? first : connected(first);
      case TLS_UNTRUSTED ->
          Causes.in(thrown, SSLException.class).isPresent()
              ? TlsCauses.of(thrown, chain(), clock.instant())
              : first;
      case UPGRADE_STRIPPED, CONNECT_FAILED -> secure ? first : tlsRequired(first);
      case HANDSHAKE_REFUSED -> refused(secure ? first : tlsRequired(first));
      case TLS_FAILED -> isPlain() ? plain(first) : first;
      case NOT_FOUND -> stripped(first, Confidence.HIGH);
      default -> first;
    };
  }

  private Finding connected(Finding first) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(route.uri().getHost(), port()), route.lookTimeoutMs());
      Finding silent =
          Finding.of(
              Verdict.HANDSHAKE_TIMED_OUT,
              Confidence.HIGH,
              "TCP connects",
              "no answer to the handshake in " + route.handshakeTimeoutMs() + " ms");
      return isSecure() && isPlain() ? plain(silent) : silent;
    } catch (IOException e) {
      Finding found = Causes.of(e);
      return found.verdict() == Verdict.CONNECT_FAILED ? first : found;
    }
  }

  /** Some servers hang up on a TLS hello, some wait for the rest of what they take for a line. */
  private boolean isPlain() {
    return PlainHttp.isSpoken(
        new InetSocketAddress(route.uri().getHost(), port()), route.lookTimeoutMs());
  }

  private static Finding plain(Finding first) {
    return Finding.of(
        Verdict.TLS_NOT_SPOKEN,
        Confidence.HIGH,
        first.evidence().get(first.evidence().size() - 1),
        "the port answers to plain HTTP");
  }

  /** Without another of its headers a handshake is a mistake, or makes some servers fail. */
  private Finding refused(Finding first) {
    return first.verdict() == Verdict.HANDSHAKE_REFUSED
        ? stripped(first, Confidence.MEDIUM)
        : first;
  }

  /** Without its Upgrade header a handshake is a request for a page, which is not there. */
  private Finding stripped(Finding first, Confidence confidence) {
    boolean reached =
        DiagnosticsUrl.of(route.uri())
            .filter(base -> Ping.isAnswered(base, route.tls(), route.lookTimeoutMs()))
            .isPresent();
    return reached
        ? Finding.of(
            Verdict.UPGRADE_STRIPPED,
            confidence,
            first.evidence().get(0),
            "plain HTTP reaches the application beside it")
        : first;
  }

  private Finding tlsRequired(Finding first) {
    List<X509Certificate> chain = chain();
    return chain.isEmpty()
        ? first
        : Finding.of(
            Verdict.TLS_REQUIRED, Confidence.HIGH, first.evidence().get(0), "the port speaks TLS");
  }

  private List<X509Certificate> chain() {
    return ShownChain.of(route.uri().getHost(), port(), route.lookTimeoutMs());
  }

  private boolean isSecure() {
    return "wss".equalsIgnoreCase(route.uri().getScheme());
  }

  private int port() {
    int port = route.uri().getPort();
    if (port >= 0) {
      return port;
    }
    return isSecure() ? HTTPS_PORT : HTTP_PORT;
  }

  /** What a proxy does is not to be seen beside it. */
  private boolean isProxied() {
    if (route.proxy() != null) {
      return true;
    }
    ProxySelector selector = ProxySelector.getDefault();
    if (selector == null) {
      return false;
    }
    try {
      String scheme = isSecure() ? "https" : "http";
      URI web = new URI(scheme, null, route.uri().getHost(), port(), "/", null, null);
      return selector.select(web).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    } catch (URISyntaxException | IllegalArgumentException e) {
      return false;
    }
  }
}

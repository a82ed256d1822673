package io.realtimevoice.client.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.diagnosis.Verdict;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.glassfish.tyrus.client.RetryAfterException;
import org.glassfish.tyrus.client.auth.AuthenticationException;
import org.glassfish.tyrus.core.HandshakeException;
import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  void hasTheVerdictOfAnHttpStatus() {
    assertFailure(Verdict.UNAUTHORIZED, "HTTP 401", new AuthenticationException("who?"));
    assertFailure(Verdict.FORBIDDEN, "HTTP 403", new HandshakeException(403, "not 101: 403"));
    assertFailure(Verdict.NOT_FOUND, "HTTP 404", new HandshakeException(404, "not 101: 404"));
    assertFailure(
        Verdict.UPGRADE_STRIPPED, "HTTP 426", new HandshakeException(426, "not 101: 426"));
  }

  @Test
  void keepsWhatTheServerAsksFor() {
    Failure later = Tyrus.failure(thrown(new RetryAfterException("later", 7L)));

    assertEquals(Verdict.OVERLOADED, later.finding().verdict());
    assertEquals(List.of("HTTP 503", "Retry-After"), later.finding().evidence());
    assertEquals(7_000, later.retryAfterMs());
    assertFailure(Verdict.BAD_GATEWAY, "HTTP 503", new RetryAfterException("down", null));
  }

  @Test
  void isARefusalWhereTheAnswerIsNoHandshake() {
    assertFailure(Verdict.UPGRADE_STRIPPED, "wrong accept", new HandshakeException("wrong accept"));
    assertFailure(Verdict.HANDSHAKE_REFUSED, "no HTTP", new IllegalArgumentException("no HTTP"));
  }

  @Test
  void tellsTheNetworkFromTheServer() {
    assertFailure(
        Verdict.CONNECTION_REFUSED,
        "Connection refused",
        new ConnectException("Connection refused"));
    assertFailure(Verdict.CONNECT_FAILED, "reset", new IOException("reset"));
    assertFailure(Verdict.DNS_FAILED, "the host has no address", new UnresolvedAddressException());
    assertFailure(
        Verdict.TLS_FAILED,
        "TLS: no path",
        new SSLHandshakeException("failed").initCause(new IOException("no path")));
    assertEquals(
        Verdict.CONNECT_TIMED_OUT,
        Tyrus.failure(new DeploymentException("Handshake response not received."))
            .finding()
            .verdict());
  }

  private static void assertFailure(Verdict verdict, String fact, Throwable cause) {
    Failure failure = Tyrus.failure(thrown(cause));
    assertEquals(verdict, failure.finding().verdict());
    assertEquals(List.of(fact), failure.finding().evidence());
    assertEquals(0, failure.retryAfterMs());
  }

  private static Throwable thrown(Throwable cause) {
    return new DeploymentException("Handshake error.", cause);
  }
}

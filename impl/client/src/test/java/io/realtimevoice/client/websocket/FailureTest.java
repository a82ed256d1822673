package io.realtimevoice.client.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.diagnosis.Verdict;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;
import org.glassfish.tyrus.client.RetryAfterException;
import org.glassfish.tyrus.client.auth.AuthenticationException;
import org.glassfish.tyrus.core.HandshakeException;
import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  void hasTheVerdictOfAnHttpStatus() {
    assertFailure(Verdict.NOT_AUTHENTICATED, "HTTP 401", new AuthenticationException("who?"));
    assertFailure(
        Verdict.FORBIDDEN_ORIGIN, "HTTP 403", new HandshakeException(403, "not 101: 403"));
    assertFailure(
        Verdict.HANDSHAKE_REFUSED, "HTTP 404", new HandshakeException(404, "not 101: 404"));
  }

  @Test
  void keepsWhatTheServerAsksFor() {
    Failure failure = Tyrus.failure(thrown(new RetryAfterException("later", 7L)));

    assertEquals(new Failure(Verdict.HANDSHAKE_REFUSED, "HTTP 503", 7_000), failure);
    assertEquals(0, Tyrus.failure(thrown(new RetryAfterException("later", null))).retryAfterMs());
  }

  @Test
  void isARefusalWhereTheAnswerIsNoHandshake() {
    assertFailure(
        Verdict.HANDSHAKE_REFUSED, "wrong accept", new HandshakeException("wrong accept"));
    assertFailure(Verdict.HANDSHAKE_REFUSED, "no HTTP", new IllegalArgumentException("no HTTP"));
  }

  @Test
  void tellsTheNetworkFromTheServer() {
    assertFailure(Verdict.CONNECT_FAILED, "refused", new ConnectException("refused"));
    assertFailure(Verdict.CONNECT_FAILED, "reset", new IOException("reset"));
    assertFailure(
        Verdict.CONNECT_FAILED, "the host has no address", new UnresolvedAddressException());
    assertFailure(
        Verdict.CONNECT_FAILED,
        "TLS: no path",
        new SSLHandshakeException("failed").initCause(new IOException("no path")));
    assertEquals(
        Verdict.CONNECT_TIMED_OUT,
        Tyrus.failure(new DeploymentException("Handshake response not received.")).verdict());
  }

  private static void assertFailure(Verdict verdict, String detail, Throwable cause) {
    assertEquals(new Failure(verdict, detail, 0), Tyrus.failure(thrown(cause)));
  }

  private static Throwable thrown(Throwable cause) {
    return new DeploymentException("Handshake error.", cause);
  }
}

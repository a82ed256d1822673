package io.realtimevoice.impl.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.realtimevoice.diagnosis.Finding;
import jakarta.websocket.DeploymentException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the clients of the containers throw. Each was caught from Undertow 2.3.18, Tyrus 2.1.5 on
 * Grizzly 4.0.2 and on the JDK, Tomcat 10.1.34, or the JDK 17, and is made here as it came.
 */
class ConnectFailureTest {

  private static final String PKIX =
      "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException:"
          + " unable to find valid certification path to requested target";
  private static final String TOMCAT =
      "The HTTP request to initiate the WebSocket connection to [ws://127.0.0.1:46404/x] failed";

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void hasTheSameCauseInEachContainer(String what, Throwable thrown, String verdict) {
    Finding finding = ConnectFailure.of(thrown, false);

    assertEquals(verdict, shown(finding), () -> what + " " + finding);
  }

  static Stream<Arguments> hasTheSameCauseInEachContainer() {
    return Stream.of(
        arguments("Undertow: refused", refused(), "CONNECTION_REFUSED high"),
        arguments("Undertow: unknown", new UnknownHostException("no.host"), "DNS_FAILED high"),
        arguments("Undertow: 200", undertow(200), "UPGRADE_STRIPPED high"),
        arguments("Undertow: 400", undertow(400), "UPGRADE_STRIPPED high"),
        arguments("Undertow: 401", undertow(401), "UNAUTHORIZED high"),
        arguments("Undertow: 403", undertow(403), "FORBIDDEN high"),
        arguments("Undertow: 404", undertow(404), "NOT_FOUND high"),
        arguments("Undertow: 500", undertow(500), "HANDSHAKE_REFUSED high"),
        arguments("Undertow: 503", undertow(503), "BAD_GATEWAY high"),
        arguments(
            "Undertow: garbage", new IOException("Invalid response"), "HANDSHAKE_REFUSED low"),
        arguments(
            "Undertow: closed",
            deployment("XNIO000812: Connection closed unexpectedly", new IOException("XNIO000812")),
            "HANDSHAKE_REFUSED low"),
        arguments(
            "Undertow: silent",
            new IOException("UT003035: Connection timed out"),
            "HANDSHAKE_TIMED_OUT low"),
        arguments(
            "Tyrus: refused",
            deployment("Connection failed.", refused()),
            "CONNECTION_REFUSED high"),
        arguments(
            "Tyrus: unknown",
            deployment("Connection failed.", new UnresolvedAddressException()),
            "DNS_FAILED high"),
        arguments("Tyrus: 200", tyrus("Response code was not 101: 200."), "UPGRADE_STRIPPED high"),
        arguments("Tyrus: 403", tyrus("Response code was not 101: 403."), "FORBIDDEN high"),
        arguments("Tyrus: 404", tyrus("Response code was not 101: 404."), "NOT_FOUND high"),
        arguments("Tyrus: 502", tyrus("Response code was not 101: 502."), "BAD_GATEWAY high"),
        arguments(
            "Tyrus: 302",
            tyrus(
                "Received HTTP response status code: 302 and redirect processing is not enabled."),
            "REDIRECTED high"),
        arguments(
            "Tyrus: 503", tyrus("HTTP Status code 503 - Service Unavailable."), "BAD_GATEWAY high"),
        arguments(
            "Tyrus on the JDK: 401",
            deployment("Handshake error.", new AuthenticationException("Credentials are missing.")),
            "UNAUTHORIZED high"),
        arguments(
            "Tyrus on Grizzly: 401",
            deployment("Handshake error.", new NullPointerException("upgradeRequest is null")),
            "HANDSHAKE_REFUSED low"),
        arguments(
            "Tyrus: garbage",
            tyrus("Unexpected format of the first line of a HTTP response: SSH-2.0-x"),
            "HANDSHAKE_REFUSED low"),
        arguments(
            "Tyrus: silent",
            new DeploymentException("Handshake response not received."),
            "HANDSHAKE_TIMED_OUT low"),
        arguments(
            "Tyrus on Grizzly: untrusted",
            deployment("SSL handshake has failed", untrusted()),
            "TLS_UNTRUSTED medium"),
        arguments(
            "Tyrus on the JDK: untrusted",
            deployment("Connection failed.", untrusted()),
            "TLS_UNTRUSTED medium"),
        arguments(
            "Tomcat: refused",
            deployment(TOMCAT, new ExecutionException(refused())),
            "CONNECTION_REFUSED high"),
        arguments("Tomcat: unknown", new UnresolvedAddressException(), "DNS_FAILED high"),
        arguments("Tomcat: 404", tomcat("404"), "NOT_FOUND high"),
        arguments("Tomcat: 426", tomcat("426"), "UPGRADE_STRIPPED high"),
        arguments(
            "Tomcat: 401",
            deployment(
                TOMCAT,
                new AuthenticationException("No user name was provided to use for authentication")),
            "UNAUTHORIZED high"),
        arguments("Tomcat: garbage", tomcat("SSH-2.0-x\r\n"), "HANDSHAKE_REFUSED low"),
        arguments(
            "Tomcat: closed",
            deployment(
                TOMCAT,
                new EOFException(
                    "The HTTP upgrade to WebSocket failed but partial data may have been received:"
                        + " Status Code [0], HTTP headers [{}]")),
            "HANDSHAKE_REFUSED low"),
        arguments(
            "Tomcat: silent",
            deployment(TOMCAT, new TimeoutException()),
            "HANDSHAKE_TIMED_OUT low"),
        arguments(
            "Tomcat: untrusted",
            deployment(TOMCAT, new ExecutionException(untrusted())),
            "TLS_UNTRUSTED medium"),
        arguments(
            "JDK: packets dropped",
            new ConnectException("Connection timed out"),
            "CONNECT_TIMED_OUT medium"),
        arguments(
            "JDK: packets dropped, HTTP client",
            new HttpConnectTimeoutException("HTTP connect timed out"),
            "CONNECT_TIMED_OUT medium"),
        arguments(
            "JDK: silent",
            new HttpTimeoutException("request timed out"),
            "HANDSHAKE_TIMED_OUT low"),
        arguments(
            "JDK: no route", new ConnectException("No route to host"), "CONNECT_FAILED medium"),
        arguments(
            "JDK: expired",
            tls(
                "PKIX path validation failed",
                new CertPathValidatorException(new CertificateExpiredException("NotAfter"))),
            "TLS_EXPIRED high"),
        arguments(
            "JDK: another host",
            tls(
                "No subject alternative DNS name matching other.example found.",
                new CertificateException("No subject alternative DNS name matching")),
            "TLS_WRONG_HOST high"),
        arguments(
            "JDK: another host, by its name only",
            tls("No name matching h found", new CertificateException("No name matching h found")),
            "TLS_WRONG_HOST high"),
        arguments(
            "JDK: no TLS there",
            new SSLException("Unsupported or unrecognized SSL message"),
            "TLS_NOT_SPOKEN high"),
        arguments(
            "JDK: no version in common",
            new SSLHandshakeException("Received fatal alert: protocol_version"),
            "TLS_FAILED medium"),
        arguments("anything else", new IllegalStateException("what?"), "UNKNOWN low"));
  }

  @Test
  void isOfTlsWhereUndertowOnlySaysThatTheChannelIsClosed() {
    assertEquals("TLS_FAILED low", shown(ConnectFailure.of(new ClosedChannelException(), true)));
    assertEquals(
        "HANDSHAKE_REFUSED low", shown(ConnectFailure.of(new ClosedChannelException(), false)));
  }

  @Test
  void doesNotTakeAPortForAStatus() {
    Finding finding = ConnectFailure.of(deployment(TOMCAT, new IOException()), false);

    assertFalse(finding.evidence().toString().contains("HTTP 4"), finding::toString);
  }

  private static String shown(Finding finding) {
    return finding.verdict() + " " + finding.confidence().name().toLowerCase(Locale.ROOT);
  }

  private static DeploymentException deployment(String message, Throwable cause) {
    return new DeploymentException(message, cause);
  }

  private static DeploymentException undertow(int status) {
    String message = "Invalid response code " + status;
    return deployment(message, new IOException(message));
  }

  private static DeploymentException tyrus(String message) {
    return deployment("Handshake error.", new Exception(message));
  }

  private static DeploymentException tomcat(String answer) {
    return new DeploymentException(
        "The HTTP response from the server ["
            + answer
            + "] did not permit the HTTP upgrade to WebSocket");
  }

  private static ConnectException refused() {
    return new ConnectException("Connection refused");
  }

  private static SSLHandshakeException untrusted() {
    return tls(PKIX, new CertificateException(PKIX));
  }

  private static SSLHandshakeException tls(String message, Exception cause) {
    SSLHandshakeException thrown = new SSLHandshakeException(message);
    thrown.initCause(cause);
    return thrown;
  }

  /** Of a name that two containers have for one of theirs. */
  private static final class AuthenticationException extends Exception {
    private static final long serialVersionUID = 1L;

    AuthenticationException(String message) {
      super(message);
    }
  }
}

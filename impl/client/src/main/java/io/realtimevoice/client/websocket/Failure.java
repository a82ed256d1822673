package io.realtimevoice.client.websocket;

import io.realtimevoice.client.network.Causes;
import io.realtimevoice.client.network.HttpAnswers;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;

/**
 * Why a socket was never open.
 *
 * @param finding for programs and users
 * @param retryAfterMs how long the server wants to be left alone, in milliseconds
 */
record Failure(Finding finding, long retryAfterMs) {

  private static final int UNAVAILABLE = 503;

  /** Reads what a container throws from a handshake. */
  @FunctionalInterface
  interface Reader {
    Failure read(Throwable thrown);
  }

  private Failure(Finding finding) {
    this(finding, 0);
  }

  /** An HTTP answer other than 101. */
  static Failure status(int status) {
    return new Failure(HttpAnswers.refused(status, false));
  }

  /** The server is there, and wants to be left alone for a while. */
  static Failure later(long retryAfterMs) {
    return new Failure(HttpAnswers.refused(UNAVAILABLE, true), retryAfterMs);
  }

  /** An answer that is no handshake. */
  static Failure noWebSocket(String detail) {
    return new Failure(Finding.of(Verdict.UPGRADE_STRIPPED, Confidence.MEDIUM, detail));
  }

  /** Something other than HTTP. */
  static Failure noHttp(String detail) {
    return new Failure(Finding.of(Verdict.HANDSHAKE_REFUSED, Confidence.MEDIUM, detail));
  }

  static Failure timeout() {
    return of(new TimeoutException());
  }

  /** What any container may throw. */
  static Failure of(Throwable thrown) {
    Throwable root = Causes.root(thrown);
    boolean network =
        Causes.in(thrown, IOException.class).isPresent()
            || root instanceof TimeoutException
            || root instanceof UnresolvedAddressException;
    return !network && thrown instanceof DeploymentException
        ? noHttp(String.valueOf(root.getMessage()))
        : new Failure(Causes.of(thrown));
  }
}

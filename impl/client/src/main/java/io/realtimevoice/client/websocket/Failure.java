package io.realtimevoice.client.websocket;

import io.realtimevoice.diagnosis.Verdict;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Why a socket was never open.
 *
 * @param verdict for programs and users
 * @param detail for developers
 * @param retryAfterMs how long the server wants to be left alone, in milliseconds
 */
record Failure(Verdict verdict, String detail, long retryAfterMs) {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  /** Reads what a container throws from a handshake. */
  @FunctionalInterface
  interface Reader {
    Failure read(Throwable thrown);
  }

  private Failure(Verdict verdict, String detail) {
    this(verdict, detail, 0);
  }

  /** An HTTP answer other than 101. */
  static Failure status(int status, long retryAfterMs) {
    Verdict verdict =
        switch (status) {
          case UNAUTHORIZED -> Verdict.NOT_AUTHENTICATED;
          case FORBIDDEN -> Verdict.FORBIDDEN_ORIGIN;
          default -> Verdict.HANDSHAKE_REFUSED;
        };
    return new Failure(verdict, "HTTP " + status, retryAfterMs);
  }

  /** An answer that is no handshake. */
  static Failure noWebSocket(String detail) {
    return new Failure(Verdict.HANDSHAKE_REFUSED, detail);
  }

  static Failure timeout() {
    return new Failure(Verdict.CONNECT_TIMED_OUT, "no answer to the handshake");
  }

  /** What any container may throw. */
  static Failure of(Throwable thrown) {
    Throwable root = root(thrown);
    if (cause(thrown, SSLException.class).isPresent()) {
      return new Failure(Verdict.CONNECT_FAILED, "TLS: " + root.getMessage());
    }
    if (root instanceof UnknownHostException || root instanceof UnresolvedAddressException) {
      return new Failure(Verdict.CONNECT_FAILED, "the host has no address");
    }
    if (root instanceof SocketTimeoutException || root instanceof TimeoutException) {
      return timeout();
    }
    if (root instanceof IOException) {
      return new Failure(Verdict.CONNECT_FAILED, String.valueOf(root.getMessage()));
    }
    return thrown instanceof DeploymentException
        ? noWebSocket(String.valueOf(root.getMessage()))
        : new Failure(Verdict.CONNECT_FAILED, String.valueOf(root));
  }

  static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return Optional.of(type.cast(each));
      }
    }
    return Optional.empty();
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    for (Throwable each = thrown.getCause(); each != null; each = each.getCause()) {
      root = each;
    }
    return root;
  }
}

package io.realtimevoice.client.network;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What an exception on the way to the server means. Pure functions, for any thread. */
public final class Causes {

  private Causes() {}

  /**
   * Why there is no connection.
   *
   * @param thrown by sockets, by TLS or by what stands on them
   * @return {@code CONNECT_FAILED} if the exception fits no other entry
   */
  public static Finding of(Throwable thrown) {
    if (in(thrown, SSLException.class).isPresent()) {
      return TlsCauses.of(thrown);
    }
    Throwable root = root(thrown);
    String said = String.valueOf(root.getMessage());
    if (root instanceof UnknownHostException || root instanceof UnresolvedAddressException) {
      return Finding.of(Verdict.DNS_FAILED, Confidence.HIGH, "the host has no address");
    }
    if (root instanceof TimeoutException) {
      return Finding.of(Verdict.CONNECT_TIMED_OUT, Confidence.MEDIUM, "no connection in time");
    }
    if (root instanceof SocketTimeoutException || isTimedOut(said)) {
      return Finding.of(Verdict.CONNECT_TIMED_OUT, Confidence.HIGH, "no answer to TCP SYN");
    }
    if (isRefused(said)) {
      return Finding.of(Verdict.CONNECTION_REFUSED, Confidence.HIGH, said);
    }
    if (root instanceof NoRouteToHostException) {
      return Finding.of(Verdict.CONNECT_FAILED, Confidence.HIGH, said);
    }
    Confidence confidence =
        root instanceof ConnectException || root instanceof IOException
            ? Confidence.MEDIUM
            : Confidence.LOW;
    return Finding.of(Verdict.CONNECT_FAILED, confidence, said);
  }

  /**
   * The first exception of a kind.
   *
   * @param thrown is looked through with its causes
   * @param type of the kind
   * @param <T> of the kind
   * @return empty if there is none
   */
  public static <T extends Throwable> Optional<T> in(Throwable thrown, Class<T> type) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return Optional.of(type.cast(each));
      }
    }
    return Optional.empty();
  }

  /**
   * The first cause of all.
   *
   * @param thrown maybe itself
   * @return has no cause
   */
  public static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    for (Throwable each = thrown.getCause(); each != null; each = each.getCause()) {
      root = each;
    }
    return root;
  }

  /** Linux, macOS and Windows have their own words, but this one in common. */
  private static boolean isRefused(String said) {
    return said.toLowerCase(Locale.ROOT).contains("refused");
  }

  private static boolean isTimedOut(String said) {
    return said.toLowerCase(Locale.ROOT).contains("connection timed out");
  }
}

package io.realtimevoice.client.network;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;

/** What an HTTP answer to the WebSocket handshake means. Pure functions, for any thread. */
public final class HttpAnswers {

  private HttpAnswers() {}

  /**
   * An answer other than a right 101.
   *
   * @param status of the answer
   * @param retryAfter whether it says when to come again
   * @return {@code HANDSHAKE_REFUSED} if the status fits no other entry
   */
  public static Finding refused(int status, boolean retryAfter) {
    Verdict verdict = verdict(status, retryAfter);
    Confidence confidence =
        verdict == Verdict.HANDSHAKE_REFUSED || verdict == Verdict.UPGRADE_STRIPPED
            ? Confidence.MEDIUM
            : Confidence.HIGH;
    return retryAfter
        ? Finding.of(verdict, confidence, "HTTP " + status, "Retry-After")
        : Finding.of(verdict, confidence, "HTTP " + status);
  }

  private static Verdict verdict(int status, boolean retryAfter) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> Verdict.REDIRECTED;
      case 401, 407 -> Verdict.UNAUTHORIZED;
      case 403 -> Verdict.FORBIDDEN;
      case 404, 410 -> Verdict.NOT_FOUND;
      case 503 -> retryAfter ? Verdict.OVERLOADED : Verdict.BAD_GATEWAY;
      case 502, 504 -> Verdict.BAD_GATEWAY;
      case 101, 200, 400, 405, 426, 501 -> Verdict.UPGRADE_STRIPPED;
      default -> Verdict.HANDSHAKE_REFUSED;
    };
  }
}

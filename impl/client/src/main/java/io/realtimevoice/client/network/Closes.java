package io.realtimevoice.client.network;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.CloseCode;
import io.realtimevoice.protocol.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What the end of an open connection means. Pure functions, for any thread. */
public final class Closes {

  /** A loss after so much silence, in milliseconds, is hardly for the network's sake. */
  private static final long IDLE_MS = 2_500;

  private Closes() {}

  /**
   * A close with one of the channel's own codes.
   *
   * @param code with which it was closed
   * @param origin whether the client names an origin, as pages do: without one none can be foreign
   * @param error the code of the server's last error; null for none
   * @return without a doubt, but where the code has several causes
   */
  public static Finding finding(CloseCode code, boolean origin, @Nullable String error) {
    String fact = "close code " + code.code();
    return switch (code) {
      case POLICY ->
          origin
              ? Finding.of(Verdict.FORBIDDEN_ORIGIN, Confidence.MEDIUM, fact, "an origin was sent")
              : Finding.of(Verdict.FORBIDDEN, Confidence.HIGH, fact, "no origin was sent");
      case INTERNAL_ERROR -> internal(fact, error);
      default -> Finding.of(verdict(code), Confidence.HIGH, fact);
    };
  }

  /** Only the server's error says whose code has failed. */
  private static Finding internal(String fact, @Nullable String error) {
    if (ErrorCode.HANDLER_TIMEOUT.name().equals(error)) {
      return Finding.of(Verdict.HANDLER_TOO_SLOW, Confidence.HIGH, "error " + error, fact);
    }
    return ErrorCode.HANDLER_FAILED.name().equals(error)
        ? Finding.of(Verdict.HANDLER_FAILED, Confidence.HIGH, "error " + error, fact)
        : Finding.of(Verdict.HANDLER_FAILED, Confidence.MEDIUM, fact);
  }

  /**
   * An end without any of these codes.
   *
   * @param fact how it showed
   * @param silentMs for how long nothing had been sent or heard, in milliseconds
   * @return {@code IDLE_CUT} or {@code CONNECTION_LOST}
   */
  public static Finding loss(String fact, long silentMs) {
    return silentMs >= IDLE_MS
        ? Finding.of(Verdict.IDLE_CUT, Confidence.MEDIUM, fact, silence(silentMs))
        : Finding.of(Verdict.CONNECTION_LOST, Confidence.MEDIUM, fact);
  }

  /**
   * The evidence of a cut.
   *
   * @param ms how long nothing had been sent or heard, in milliseconds
   * @return a fact
   */
  public static String silence(long ms) {
    return "cut after " + ms + " ms of silence";
  }

  private static Verdict verdict(CloseCode code) {
    return switch (code) {
      case GOING_AWAY, RESTART, DRAINING -> Verdict.SERVER_RESTARTED;
      case OVERLOADED -> Verdict.OVERLOADED;
      case NOT_AUTHENTICATED -> Verdict.NOT_AUTHENTICATED;
      case VERSION -> Verdict.VERSION_MISMATCH;
      case POLICY -> Verdict.FORBIDDEN;
      case TOO_BIG -> Verdict.TOO_BIG;
      case TOO_FAST -> Verdict.TOO_FAST;
      case TOO_SLOW -> Verdict.TOO_SLOW_READER;
      case START_TIMEOUT -> Verdict.NO_START;
      case SUPERSEDED -> Verdict.SUPERSEDED;
      case RESUME_LOST -> Verdict.SESSION_LOST;
      case HEARTBEAT_LOST -> Verdict.HALF_OPEN;
      case INTERNAL_ERROR -> Verdict.HANDLER_FAILED;
      case NORMAL, MALFORMED -> Verdict.CLOSED_BY_SERVER;
    };
  }
}

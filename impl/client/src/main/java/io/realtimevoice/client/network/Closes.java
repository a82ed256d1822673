package io.realtimevoice.client.network;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.CloseCode;

/** What the end of an open connection means. Pure functions, for any thread. */
public final class Closes {

  /** A loss after so much silence, in milliseconds, is hardly for the network's sake. */
  private static final long IDLE_MS = 2_500;

  private Closes() {}

  /**
   * A close with one of the channel's own codes.
   *
   * @param code with which it was closed
   * @return there is no doubt
   */
  public static Finding finding(CloseCode code) {
    return Finding.of(verdict(code), Confidence.HIGH, "close code " + code.code());
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
      case POLICY -> Verdict.FORBIDDEN_ORIGIN;
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

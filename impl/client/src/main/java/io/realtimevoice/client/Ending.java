package io.realtimevoice.client;

import io.realtimevoice.client.network.Closes;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.CloseCode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a connection ended.
 *
 * @param finding why
 * @param code the close code; null if there was none
 * @param detail for developers
 * @param retryable whether a new connection may do better
 * @param resumable whether the session may go on on it
 * @param retryAfterMs how long the server wants to be left alone, in milliseconds
 * @param silentMs for how long nothing had been sent or heard, in milliseconds
 */
record Ending(
    Finding finding,
    @Nullable Integer code,
    String detail,
    boolean retryable,
    boolean resumable,
    long retryAfterMs,
    long silentMs) {

  /** How far a connection had got. */
  enum Progress {
    NOT_OPEN,
    OPEN,
    READY
  }

  /** What a new connection would only meet again. */
  private static final Set<Verdict> HOPELESS =
      Set.of(
          Verdict.BAD_URL,
          Verdict.NOT_WSS,
          Verdict.DOMAIN_NOT_ALLOWED,
          Verdict.NOT_OUR_PROTOCOL,
          Verdict.VERSION_MISMATCH,
          Verdict.UNAUTHORIZED,
          Verdict.FORBIDDEN,
          Verdict.NOT_AUTHENTICATED,
          Verdict.FORBIDDEN_ORIGIN);

  Verdict verdict() {
    return finding.verdict();
  }

  /** An end that the client itself, or its transport, has found. */
  static Ending by(Finding finding, long retryAfterMs) {
    boolean hope = !HOPELESS.contains(finding.verdict());
    String detail = String.join("; ", finding.evidence());
    return new Ending(finding, null, detail, hope, hope, retryAfterMs, 0);
  }

  /** An end of which there is no doubt. */
  static Ending by(Verdict verdict, String detail) {
    return by(Finding.of(verdict, Confidence.HIGH, detail), 0);
  }

  /** The session cannot go on, but another may begin. */
  static Ending sessionLost(String detail) {
    Finding finding = Finding.of(Verdict.SESSION_LOST, Confidence.HIGH, detail);
    return new Ending(finding, null, detail, true, false, 0, 0);
  }

  /** The transport has given up an open connection. */
  static Ending lost(String detail, long silentMs) {
    return new Ending(Closes.loss(detail, silentMs), null, detail, true, true, 0, silentMs);
  }

  /** The end of a socket. */
  static Ending with(int number, String reason, Progress progress, long silentMs) {
    String fact = "close code " + number;
    Optional<CloseCode> code = CloseCode.of(number);
    if (code.isEmpty()) {
      Finding finding =
          progress == Progress.NOT_OPEN
              ? Finding.of(Verdict.CONNECT_FAILED, Confidence.LOW, fact)
              : Closes.loss(fact, silentMs);
      return new Ending(finding, number, reason, true, true, 0, silentMs);
    }
    if (code.get() == CloseCode.NORMAL && progress != Progress.READY) {
      // Nothing can have been said yet, so it is not the end of anything.
      Finding finding = Finding.of(Verdict.CLOSED_BY_SERVER, Confidence.HIGH, fact);
      return new Ending(finding, number, reason, true, true, 0, silentMs);
    }
    return new Ending(
        Closes.finding(code.get(), false, null),
        number,
        reason,
        code.get().retryable(),
        code.get().resumable(),
        code.get().retryAfter().toMillis(),
        silentMs);
  }

  /** The same, for another reason. */
  Ending with(Finding better) {
    return new Ending(better, code, detail, retryable, resumable, retryAfterMs, silentMs);
  }
}

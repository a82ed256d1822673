package io.realtimevoice.client;

import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.CloseCode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a connection ended.
 *
 * @param verdict why
 * @param code the close code; null if there was none
 * @param detail for developers
 * @param retryable whether a new connection may do better
 * @param resumable whether the session may go on on it
 * @param retryAfterMs how long the server wants to be left alone, in milliseconds
 */
record Ending(
    Verdict verdict,
    @Nullable Integer code,
    String detail,
    boolean retryable,
    boolean resumable,
    long retryAfterMs) {

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
          Verdict.NOT_AUTHENTICATED,
          Verdict.FORBIDDEN_ORIGIN);

  /** An end that the client itself, or its transport, has found. */
  static Ending by(Verdict verdict, String detail) {
    return by(verdict, detail, 0);
  }

  static Ending by(Verdict verdict, String detail, long retryAfterMs) {
    boolean hope = !HOPELESS.contains(verdict);
    return new Ending(verdict, null, detail, hope, hope, retryAfterMs);
  }

  /** The session cannot go on, but another may begin. */
  static Ending sessionLost(String detail) {
    return new Ending(Verdict.SESSION_LOST, null, detail, true, false, 0);
  }

  /** The end of a socket. */
  static Ending with(int number, String reason, Progress progress) {
    Optional<CloseCode> code = CloseCode.of(number);
    if (code.isEmpty()) {
      Verdict verdict =
          progress == Progress.NOT_OPEN ? Verdict.CONNECT_FAILED : Verdict.CONNECTION_LOST;
      return new Ending(verdict, number, reason, true, true, 0);
    }
    if (code.get() == CloseCode.NORMAL && progress != Progress.READY) {
      // Nothing can have been said yet, so it is not the end of anything.
      return new Ending(Verdict.CLOSED_BY_SERVER, number, reason, true, true, 0);
    }
    return new Ending(
        verdict(code.get()),
        number,
        reason,
        code.get().retryable(),
        code.get().resumable(),
        code.get().retryAfter().toMillis());
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
      case SUPERSEDED -> Verdict.SUPERSEDED;
      case RESUME_LOST -> Verdict.SESSION_LOST;
      case HEARTBEAT_LOST -> Verdict.HALF_OPEN;
      case INTERNAL_ERROR -> Verdict.HANDLER_FAILED;
      default -> Verdict.CLOSED_BY_SERVER;
    };
  }
}

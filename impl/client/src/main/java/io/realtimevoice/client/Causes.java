package io.realtimevoice.client;

import io.realtimevoice.client.network.Closes;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.CloseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Why connections end, from what each says by itself and from those before it. */
final class Causes {
  private final Platform platform;
  private final IdleCuts idleCuts = new IdleCuts();

  /** Of the connections in a row that did not get READY. */
  private final List<Verdict> failures = new ArrayList<>();

  private @Nullable ServerError serverError;

  Causes(Platform platform) {
    this.platform = platform;
  }

  /** Another connection begins. */
  void begin() {
    serverError = null;
  }

  /** The server has said what is wrong. */
  void told(ServerError error) {
    serverError = error;
  }

  /** The last error of the current connection, or of the one that has ended. */
  @Nullable ServerError serverError() {
    return serverError;
  }

  /** When the server wants to be asked again, in milliseconds; 0 if it did not say. */
  long retryAfterMs() {
    return serverError == null ? 0 : serverError.retryAfterMs();
  }

  /** The connection works: what was before has nothing to do with what comes. */
  void forget() {
    failures.clear();
  }

  void failed(Ending ending) {
    failures.add(ending.verdict());
  }

  /** What was said before, by either side, tells more than a close code that has several causes. */
  Ending judge(Ending ending) {
    Integer number = ending.code();
    return idleCuts.judge(
        number == null
            ? ending
            : CloseCode.of(number)
                .filter(code -> code == CloseCode.POLICY || code == CloseCode.INTERNAL_ERROR)
                .map(code -> ending.with(Closes.finding(code, sendsOrigin(), errorCode())))
                .orElse(ending));
  }

  /** Tries that failed each for its own reason have no cause in common. */
  Ending exhausted(Ending ending) {
    if (failures.stream().distinct().count() < 2) {
      return ending;
    }
    List<String> causes =
        IntStream.range(0, failures.size())
            .mapToObj(i -> "connection " + (i + 1) + ": " + failures.get(i))
            .toList();
    return ending.with(new Finding(Verdict.RETRIES_EXHAUSTED, Confidence.HIGH, causes));
  }

  private boolean sendsOrigin() {
    return platform.connector().sendsOrigin();
  }

  private @Nullable String errorCode() {
    return serverError == null ? null : serverError.code();
  }
}

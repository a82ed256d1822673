package io.realtimevoice.client;

import io.realtimevoice.client.network.Closes;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;

/** After which silences connections broke: twice the same is a timeout of something on the way. */
final class IdleCuts {

  /** How much two silences that are the same may differ, as a part of the longer one. */
  private static final double TOLERANCE = 0.1;

  private long before;

  /** An ending, with what is known of the ones before it. */
  Ending judge(Ending ending) {
    if (ending.verdict() != Verdict.IDLE_CUT) {
      return ending;
    }
    long silent = ending.silentMs();
    long last = before;
    before = silent;
    boolean same = last > 0 && Math.abs(last - silent) <= TOLERANCE * Math.max(last, silent);
    return same
        ? ending.with(
            Finding.of(
                Verdict.IDLE_CUT,
                Confidence.HIGH,
                Closes.silence(silent),
                "the one before after " + last + " ms"))
        : ending;
  }
}

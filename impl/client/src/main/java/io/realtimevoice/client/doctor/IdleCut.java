package io.realtimevoice.client.doctor;

import io.realtimevoice.client.network.Closes;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;

/** Two holds that were cut. */
final class IdleCut {

  /** The silence before the cut, in milliseconds, among the facts. */
  static final String SILENCE = "silenceMs";

  /** How much two silences that are the same may differ, as a part of the longer one. */
  private static final double TOLERANCE = 0.1;

  private IdleCut() {}

  static StepResult confirmed(StepResult first, StepResult second) {
    long before = silence(first);
    long after = silence(second);
    Finding finding = second.finding();
    boolean same =
        finding != null
            && finding.verdict() == Verdict.IDLE_CUT
            && Math.abs(before - after) <= TOLERANCE * Math.max(before, after);
    if (!same) {
      return first;
    }
    Map<String, Object> facts = new LinkedHashMap<>(first.facts());
    facts.put("again", after);
    return StepResult.bad(
        Step.HOLD,
        first.millis() + second.millis(),
        facts,
        Finding.of(
            Verdict.IDLE_CUT,
            Confidence.HIGH,
            Closes.silence(before),
            "and again after " + after + " ms"));
  }

  private static long silence(StepResult held) {
    return held.facts().get(SILENCE) instanceof Long ms ? ms : 0;
  }
}

package io.realtimevoice.client.doctor;

import io.realtimevoice.diagnosis.Finding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one step.
 *
 * @param step which
 * @param ok whether the next one makes sense
 * @param millis how long it took
 * @param facts strings, numbers, booleans and lists of them, in the order in which they are shown;
 *     nothing secret
 * @param finding what is wrong; null if nothing is. With {@code ok} a remark that ends nothing
 */
public record StepResult(
    Step step, boolean ok, long millis, Map<String, Object> facts, @Nullable Finding finding) {

  /** Takes a copy of the facts. */
  public StepResult {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  static StepResult good(Step step, long millis, Map<String, Object> facts) {
    return new StepResult(step, true, millis, facts, null);
  }

  static StepResult bad(Step step, long millis, Map<String, Object> facts, Finding finding) {
    return new StepResult(step, false, millis, facts, finding);
  }

  /** Not as it should be, and yet it goes on. */
  static StepResult remark(Step step, long millis, Map<String, Object> facts, Finding finding) {
    return new StepResult(step, true, millis, facts, finding);
  }
}

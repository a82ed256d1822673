package io.realtimevoice.client.doctor;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the doctor has found.
 *
 * @param target the channel
 * @param steps in their order, up to the first that failed
 * @param timeline of the WebSocket, with milliseconds since it was begun
 * @param server what the server shows of it to operators; null if it was not asked
 */
record Report(
    Target target, List<StepResult> steps, List<String> timeline, @Nullable ServerRecord server) {

  Report {
    steps = List.copyOf(steps);
    timeline = List.copyOf(timeline);
  }

  /** What failed, else the first remark, else a clean bill of health. */
  Finding finding() {
    return steps.stream()
        .filter(each -> !each.ok())
        .map(StepResult::finding)
        .filter(Objects::nonNull)
        .findFirst()
        .or(() -> steps.stream().map(StepResult::finding).filter(Objects::nonNull).findFirst())
        .orElseGet(
            () ->
                new Finding(
                    Verdict.HEALTHY,
                    Confidence.HIGH,
                    List.of(steps.size() + " steps without a finding")));
  }
}

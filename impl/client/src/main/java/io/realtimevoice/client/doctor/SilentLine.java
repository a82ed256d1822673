package io.realtimevoice.client.doctor;

import io.realtimevoice.client.network.Closes;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.CloseCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A connection to the self-test on which nothing is said, beside the one that is held: that one's
 * heartbeats keep it from proxies that cut silent connections, so it would never show them.
 */
final class SilentLine implements AutoCloseable {

  private final Line line;

  SilentLine(Line line) {
    this.line = line;
  }

  /** The result of the hold, with a remark if the silent connection was cut meanwhile. */
  StepResult beside(StepResult held) throws InterruptedException {
    List<Line.Event> events = new ArrayList<>();
    for (Line.Event event = line.next(0); event != null; event = line.next(0)) {
      events.add(event);
    }
    return judged(held, events);
  }

  static StepResult judged(StepResult held, List<Line.Event> events) {
    long last = 0;
    for (Line.Event event : events) {
      if (event instanceof Line.Text text) {
        last = text.at();
      } else if (event instanceof Line.Open open) {
        last = open.at();
      } else if (event instanceof Line.Closed closed && CloseCode.of(closed.code()).isEmpty()) {
        return remark(held, closed.at() - last);
      }
    }
    return held;
  }

  private static StepResult remark(StepResult held, long silenceMs) {
    Finding finding = Closes.loss("on a connection without heartbeats", silenceMs);
    if (finding.verdict() != Verdict.IDLE_CUT) {
      return held;
    }
    Map<String, Object> facts = new LinkedHashMap<>(held.facts());
    facts.put("silentCutAfterMs", silenceMs);
    return StepResult.remark(
        held.step(),
        held.millis(),
        facts,
        new Finding(Verdict.IDLE_CUT, Confidence.MEDIUM, finding.evidence()));
  }

  @Override
  public void close() {
    line.close();
  }
}

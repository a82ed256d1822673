package io.realtimevoice.client.doctor;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Audio there and back: frames as a telephone has them, on the self-test beside the channel. */
final class EchoStep {

  private static final int FRAMES = 50;
  private static final int FRAME_BYTES = 640;
  private static final long FRAME_MS = 20;

  /** An echo so soon after the one before it has waited for that one. */
  private static final long BURST_MS = 3;

  /** Fewer are no batch. */
  private static final int LEAST_BATCH = 3;

  /** One batch of so many is more than a stall. */
  private static final int ALMOST_ALL = FRAMES * 9 / 10;

  /** The first of a batch waits at least so long. */
  private static final long HELD_MS = 150;

  private static final double PERCENTILE = 0.95;

  private final Line line;
  private final int timeoutMs;
  private final long[] sent = new long[FRAMES];
  private final long[] back = new long[FRAMES];
  private final Map<String, Object> facts = new LinkedHashMap<>();

  private EchoStep(Line line, int timeoutMs) {
    this.line = line;
    this.timeoutMs = timeoutMs;
    Arrays.fill(back, -1);
  }

  static StepResult run(Line line, int timeoutMs) throws InterruptedException {
    return new EchoStep(line, timeoutMs).run();
  }

  private StepResult run() throws InterruptedException {
    Line.Event first = line.next(timeoutMs * 2L);
    if (!(first instanceof Line.Open open)) {
      // A proxy may let the channel's path alone through.
      String why = first instanceof Line.Failed failed ? failed.finding().verdict().name() : "late";
      facts.put("notOpen", why);
      return StepResult.good(Step.ECHO, line.now(), facts);
    }
    Optional<Finding> finding = exchange(open.at());
    line.close();
    figures();
    return finding.isEmpty()
        ? StepResult.good(Step.ECHO, line.now(), facts)
        : StepResult.bad(Step.ECHO, line.now(), facts, finding.get());
  }

  private Optional<Finding> exchange(long from) throws InterruptedException {
    long last = from;
    for (int i = 0; i < FRAMES; i++) {
      @Nullable Finding ended = hear(from + i * FRAME_MS, false);
      if (ended != null) {
        return Optional.of(ended);
      }
      sent[i] = line.now();
      line.send(ByteBuffer.allocate(FRAME_BYTES).putInt(0, i));
      last = sent[i];
    }
    @Nullable Finding ended = hear(last + timeoutMs, true);
    if (ended != null) {
      return Optional.of(ended);
    }
    long came = Arrays.stream(back).filter(at -> at >= 0).count();
    if (came < FRAMES) {
      String fact = came + " of " + FRAMES + " echoes in " + timeoutMs + " ms";
      return Optional.of(Finding.of(Verdict.HALF_OPEN, Confidence.MEDIUM, fact));
    }
    return buffered();
  }

  /** Notes what comes until then, or until all has come. */
  private @Nullable Finding hear(long until, boolean all) throws InterruptedException {
    long before = line.now();
    while (!all || Arrays.stream(back).anyMatch(at -> at < 0)) {
      Line.Event event = line.next(until);
      if (event == null) {
        return null;
      }
      if (event instanceof Line.Binary binary && binary.data().remaining() == FRAME_BYTES) {
        int number = binary.data().getInt(0);
        if (number >= 0 && number < FRAMES) {
          back[number] = binary.at();
        }
      } else if (event instanceof Line.Closed closed) {
        return line.ended(closed, null, before);
      }
    }
    return null;
  }

  /** Who stalls once lets go of one batch; who fills buffers, of one after the other. */
  private Optional<Finding> buffered() {
    Integer[] order = IntStream.range(0, FRAMES).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingLong(frame -> back[frame]));
    int batches = 0;
    int held = 0;
    long slowest = 0;
    for (int begin = 0, end; begin < FRAMES; begin = end) {
      long waited = back[order[begin]] - sent[order[begin]];
      for (end = begin + 1; end < FRAMES && isBehind(order[end - 1], order[end]); end++) {
        waited = Math.max(waited, back[order[end]] - sent[order[end]]);
      }
      slowest = Math.max(slowest, waited);
      if (end - begin >= LEAST_BATCH && waited > HELD_MS) {
        batches++;
        held += end - begin;
      }
    }
    return held >= ALMOST_ALL || (batches > 1 && held > FRAMES / 2)
        ? Optional.of(
            Finding.of(
                Verdict.PROXY_BUFFERS,
                Confidence.MEDIUM,
                held + " of " + FRAMES + " echoes came in " + batches + " batches",
                "the slowest after " + slowest + " ms"))
        : Optional.empty();
  }

  private boolean isBehind(int frame, int next) {
    return back[next] - back[frame] < BURST_MS;
  }

  private void figures() {
    long[] trips = new long[FRAMES];
    int count = 0;
    for (int i = 0; i < FRAMES; i++) {
      if (back[i] >= 0) {
        trips[count++] = back[i] - sent[i];
      }
    }
    facts.put("frames", count + "/" + FRAMES);
    if (count > 0) {
      long[] sorted = Arrays.copyOf(trips, count);
      Arrays.sort(sorted);
      facts.put("minMs", sorted[0]);
      facts.put("medianMs", sorted[count / 2]);
      facts.put("p95Ms", sorted[Math.min(count - 1, (int) (count * PERCENTILE))]);
      facts.put("maxMs", sorted[count - 1]);
    }
  }
}

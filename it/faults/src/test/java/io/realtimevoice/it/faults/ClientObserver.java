package io.realtimevoice.it.faults;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.it.faults.Note.What;

/** What a client of ours makes of one connection. */
final class ClientObserver implements Observer {

  private static final int PATIENCE_SECONDS = 50;

  /** Makes a client that connects. */
  @FunctionalInterface
  interface Connecting {
    ObservedClient to(Situation situation) throws Exception;
  }

  private final Connecting connecting;

  ClientObserver(Connecting connecting) {
    this.connecting = connecting;
  }

  @Override
  public Observation look(Situation situation) throws Exception {
    try (ObservedClient client = connecting.to(situation)) {
      Note first = client.next(PATIENCE_SECONDS);
      if (first == null) {
        return nothing();
      }
      return first.is(What.READY)
          ? afterReady(situation, client, first.seconds())
          : refined(first, client);
    }
  }

  private static Observation afterReady(Situation situation, ObservedClient client, double seconds)
      throws Exception {
    if (situation.breaksLater()) {
      client.begin();
      situation.afterReady().run();
      Note lost = client.next(PATIENCE_SECONDS);
      return lost == null ? nothing() : lost.seen();
    }
    if (!situation.start().isEmpty()) {
      client.begin();
      client.speak(situation.start(), situation.bytes());
    }
    Note end = client.next(situation.quietSeconds());
    return end == null
        ? new Observation(Verdict.HEALTHY, Confidence.HIGH, seconds, "READY")
        : end.seen();
  }

  /** The first notice gives the time, the end the verdict. */
  private static Observation refined(Note first, ObservedClient client) throws Exception {
    Note last = first;
    while (last != null && last.is(What.NOTICE)) {
      last = client.next(PATIENCE_SECONDS);
    }
    Note end = last == null || last.is(What.READY) ? first : last;
    return new Observation(end.verdict(), end.confidence(), first.seconds(), end.evidence());
  }

  private static Observation nothing() {
    return new Observation(Verdict.UNKNOWN, Confidence.LOW, PATIENCE_SECONDS, "nothing");
  }
}

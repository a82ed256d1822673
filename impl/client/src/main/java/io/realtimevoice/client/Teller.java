package io.realtimevoice.client;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the client is, and everybody who is to know what happens to it. */
final class Teller {

  private static final System.Logger LOGGER = System.getLogger("io.realtimevoice.client");

  private final VoiceListener listener;
  private final Journal journal;
  private final Locale locale;
  private volatile ClientState state = ClientState.CLOSED;

  Teller(VoiceListener listener, Journal journal, Locale locale) {
    this.listener = listener;
    this.journal = journal;
    this.locale = locale;
  }

  ClientState state() {
    return state;
  }

  void become(ClientState to) {
    ClientState from = state;
    if (from != to) {
      state = to;
      tell(each -> each.onState(from, to));
    }
  }

  void note(TimelineEvent event) {
    note(event, Map.of());
  }

  void note(TimelineEvent event, Map<String, Object> detail) {
    TimelineEntry entry = journal.add(event, detail);
    LOGGER.log(DEBUG, entry::toString);
    tell(each -> each.onTimeline(entry));
  }

  /** Tells of a problem that ends nothing. */
  VoiceProblem problem(Verdict verdict, String detail, @Nullable String serverCode) {
    Finding finding = Finding.of(verdict, Confidence.HIGH);
    VoiceProblem problem = VoiceProblem.of(finding, locale, detail, null, serverCode);
    note(TimelineEvent.PROBLEM, Map.of("verdict", verdict));
    tell(each -> each.onProblem(problem));
    return problem;
  }

  /** Makes a problem, and tells nobody. */
  VoiceProblem quietly(Verdict verdict, String detail) {
    return VoiceProblem.of(verdict, locale, detail);
  }

  /** Makes a problem of a finding, and tells nobody. */
  VoiceProblem quietly(Finding finding) {
    return VoiceProblem.of(finding, locale, String.join("; ", finding.evidence()), null, null);
  }

  /** Tells of a finding that ends nothing. */
  void problem(Finding finding) {
    VoiceProblem problem = quietly(finding);
    note(TimelineEvent.PROBLEM, Map.of("verdict", finding.verdict()));
    tell(each -> each.onProblem(problem));
  }

  VoiceProblem ending(Ending ending, @Nullable ServerError error) {
    return VoiceProblem.of(
        ending.finding(),
        locale,
        error == null ? ending.detail() : error.message(),
        ending.code(),
        error == null ? null : error.code());
  }

  void tell(Consumer<VoiceListener> event) {
    try {
      event.accept(listener);
    } catch (RuntimeException | Error e) {
      LOGGER.log(WARNING, "a listener has thrown", e);
    }
  }
}

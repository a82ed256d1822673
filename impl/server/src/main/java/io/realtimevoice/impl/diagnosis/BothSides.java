package io.realtimevoice.impl.diagnosis;

import static io.realtimevoice.diagnosis.Confidence.HIGH;
import static io.realtimevoice.diagnosis.Confidence.LOW;
import static io.realtimevoice.diagnosis.Confidence.MEDIUM;
import static io.realtimevoice.impl.diagnosis.Flight.NEVER;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.ClientMessage.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the server found of a connection, and what its client reported of the same: together they
 * know more than either. Pure: the same evidence gives the same finding.
 */
final class BothSides {

  /** By which a client says that nothing came on an open connection. */
  private static final Set<Verdict> SILENCES =
      EnumSet.of(Verdict.SERVER_SILENT, Verdict.WELCOME_LOST_DOWNSTREAM, Verdict.LISTENER_TOO_LATE);

  /** What a client may know better of a connection that was open, and that no close code says. */
  private static final Set<Verdict> KNOWN_TO_CLIENTS =
      EnumSet.of(
          Verdict.SERVER_SILENT,
          Verdict.WELCOME_LOST_DOWNSTREAM,
          Verdict.LISTENER_TOO_LATE,
          Verdict.SERVER_SLOW,
          Verdict.PROXY_BUFFERS,
          Verdict.CONNECTION_LOST,
          Verdict.IDLE_CUT,
          Verdict.HALF_OPEN,
          Verdict.APP_IN_BACKGROUND,
          Verdict.NOT_OUR_PROTOCOL,
          Verdict.VERSION_MISMATCH,
          Verdict.SESSION_LOST,
          Verdict.TOO_SLOW_READER,
          Verdict.UPLINK_TOO_SLOW);

  /** Of a server that closes by itself, and not for a cause of its own. */
  private static final Set<Verdict> UNEXPLAINED =
      EnumSet.of(Verdict.HEALTHY, Verdict.UNKNOWN, Verdict.CONNECTION_LOST);

  private final Finding own;
  private final Flight flight;
  private final int age;
  private final Report report;
  private final Verdict reported;
  private final Confidence confidence;

  private BothSides(Finding own, Flight flight, int age, Report report, Verdict reported) {
    this.own = own;
    this.flight = flight;
    this.age = age;
    this.report = report;
    this.reported = reported;
    this.confidence = named(Confidence.values(), report.confidence()).orElse(LOW);
  }

  /**
   * The finding of both.
   *
   * @param own the server's
   * @param flight what it rests on
   * @param age for how many milliseconds the connection is or was open
   * @param report of the client about this connection; null for none
   * @return the server's, unless the client knows better
   */
  static Finding of(Finding own, Flight flight, int age, @Nullable Report report) {
    return report == null
        ? own
        : named(Verdict.values(), report.verdict())
            .filter(verdict -> verdict != Verdict.HEALTHY && verdict != Verdict.UNKNOWN)
            .map(verdict -> new BothSides(own, flight, age, report, verdict).find())
            .orElse(own);
  }

  private static <T extends Enum<T>> Optional<T> named(T[] values, @Nullable String name) {
    return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
  }

  private Finding find() {
    if (own.verdict() == reported) {
      Confidence surer = confidence.compareTo(own.confidence()) > 0 ? confidence : own.confidence();
      return found(reported, surer, "the client reports the same");
    }
    if (flight.isClosedByServer() && !UNEXPLAINED.contains(own.verdict())) {
      return found(own.verdict(), own.confidence(), said());
    }
    return byWelcome().or(this::byHello).orElseGet(this::byTrust);
  }

  /** The client saw no welcome: which side is it? */
  private Optional<Finding> byWelcome() {
    if (!SILENCES.contains(reported) || !saw("open") || saw("welcome") || saw("ready")) {
      return Optional.empty();
    }
    String none = "the client saw no welcome";
    if (flight.sent() == NEVER) {
      return Optional.of(found(Verdict.SERVER_SILENT, HIGH, "no welcome was written", none));
    }
    String sent = "welcome sent after " + flight.sent() + " ms";
    if (flight.sent() >= ServerDiagnosis.LATE_MILLIS) {
      return Optional.of(found(Verdict.SERVER_SLOW, HIGH, sent, none));
    }
    if (flight.received() == NEVER) {
      return Optional.of(found(Verdict.WELCOME_LOST_DOWNSTREAM, HIGH, sent, none));
    }
    String received = "the client's WebSocket stack had it after " + flight.received() + " ms";
    return Optional.of(
        flight.received() - flight.sent() >= ServerDiagnosis.LATE_MILLIS
            ? found(Verdict.PROXY_BUFFERS, MEDIUM, sent, received, none)
            : found(Verdict.LISTENER_TOO_LATE, HIGH, sent, received, none));
  }

  /** The client saw no answer to its hello, which has come: so it is not what was lost. */
  private Optional<Finding> byHello() {
    if (reported != Verdict.HELLO_LOST_UPSTREAM || flight.hello() == NEVER) {
      return Optional.empty();
    }
    String came = "the client's hello came after " + flight.hello() + " ms";
    String none = "the client saw no answer to it";
    return Optional.of(
        flight.hello() >= ServerDiagnosis.LATE_MILLIS
            ? found(Verdict.PROXY_BUFFERS, MEDIUM, came, none)
            : found(Verdict.WELCOME_LOST_DOWNSTREAM, MEDIUM, came, none));
  }

  private Finding byTrust() {
    boolean knowsNone = own.verdict() == Verdict.HEALTHY || own.verdict() == Verdict.UNKNOWN;
    boolean surer = own.confidence() != HIGH && confidence.compareTo(own.confidence()) >= 0;
    return KNOWN_TO_CLIENTS.contains(reported) && (knowsNone || surer) && !isContradicted()
        ? found(reported, confidence, said())
        : found(own.verdict(), own.confidence(), said());
  }

  /** Whether the server saw what cannot be if the client is right. */
  private boolean isContradicted() {
    return switch (reported) {
      case SERVER_SILENT, WELCOME_LOST_DOWNSTREAM, LISTENER_TOO_LATE ->
          ServerDiagnosis.goesOn(flight);
      case SERVER_SLOW -> flight.sent() != NEVER && flight.sent() < ServerDiagnosis.LATE_MILLIS;
      case IDLE_CUT -> age - flight.lastSeen() < ServerDiagnosis.IDLE_MILLIS;
      default -> false;
    };
  }

  private boolean saw(String event) {
    return report.timeline().stream().anyMatch(step -> step.event().equals(event));
  }

  private String said() {
    return "the client reports " + reported + ", confidence " + confidence;
  }

  private Finding found(Verdict verdict, Confidence sure, String... more) {
    List<String> evidence = new ArrayList<>(own.evidence());
    Arrays.stream(more).filter(fact -> !evidence.contains(fact)).forEach(evidence::add);
    return new Finding(verdict, sure, evidence);
  }
}

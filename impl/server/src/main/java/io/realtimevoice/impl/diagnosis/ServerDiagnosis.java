package io.realtimevoice.impl.diagnosis;

import static io.realtimevoice.diagnosis.Confidence.HIGH;
import static io.realtimevoice.diagnosis.Confidence.LOW;
import static io.realtimevoice.diagnosis.Confidence.MEDIUM;
import static io.realtimevoice.impl.diagnosis.Flight.NEVER;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.impl.connection.Traffic;
import io.realtimevoice.protocol.CloseCode;
import io.realtimevoice.protocol.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a connection ended, or how it is, by what the server knows of it. Pure: the same record gives
 * the same finding.
 */
final class ServerDiagnosis {

  /** A welcome that takes longer is late, as clients see it. */
  static final int LATE_MILLIS = 2_000;

  /** After which a client of ours gives up a silent server. */
  private static final int SILENT_MILLIS = 4_000;

  /** A silence before a loss that is long enough to be its cause. */
  static final int IDLE_MILLIS = 2_500;

  /** Normal, going away, no code: the codes of clients that leave. */
  private static final Set<Integer> LEFT = Set.of(1000, 1001, 1005);

  /** Tyrus reports 1001 for a connection that was reset, too; so it proves nothing. */
  private static final Set<Integer> MAYBE_RESET = Set.of(1001, 1006);

  private static final int GOING_AWAY = 1001;

  private final Flight flight;
  private final int age;
  private final List<String> evidence = new ArrayList<>();

  private ServerDiagnosis(Flight flight, int age) {
    this.flight = flight;
    this.age = age;
  }

  /** The finding on a connection that is or was open for so many milliseconds. */
  static Finding of(Flight flight, int age) {
    return new ServerDiagnosis(flight, age).find();
  }

  private Finding find() {
    if (flight.isClosed()) {
      evidence.add(
          "closed with "
              + flight.closeCode()
              + (flight.isClosedByServer() ? " by the server" : " by the client or the network")
              + " after "
              + age
              + " ms");
    } else {
      evidence.add("open for " + age + " ms");
    }
    if (flight.lastError() != null) {
      evidence.add("the client was told " + flight.lastError());
    }
    return byOwnClose()
        .or(this::byLadder)
        .or(this::byHeartbeat)
        .or(this::byLoss)
        .orElseGet(this::otherwise);
  }

  /** The server knows why it closes. */
  private Optional<Finding> byOwnClose() {
    if (!flight.isClosedByServer()) {
      return Optional.empty();
    }
    return CloseCode.of(flight.closeCode())
        .flatMap(
            code ->
                switch (code) {
                  case NORMAL -> Optional.empty();
                  case HEARTBEAT_LOST -> unsent();
                  case GOING_AWAY, RESTART, DRAINING -> found(Verdict.SERVER_RESTARTED, HIGH);
                  case POLICY ->
                      flight.handshake().origin()
                          ? found(Verdict.FORBIDDEN_ORIGIN, MEDIUM, "the client is a web page")
                          : found(Verdict.FORBIDDEN, HIGH, "the client is no web page");
                  case TOO_BIG -> found(Verdict.TOO_BIG, HIGH);
                  case INTERNAL_ERROR -> internal();
                  case OVERLOADED -> found(Verdict.OVERLOADED, HIGH);
                  case MALFORMED -> found(Verdict.BAD_MESSAGE, HIGH);
                  case NOT_AUTHENTICATED -> found(Verdict.NOT_AUTHENTICATED, HIGH);
                  case VERSION -> found(Verdict.VERSION_MISMATCH, HIGH);
                  case START_TIMEOUT -> found(Verdict.NO_START, HIGH);
                  case SUPERSEDED -> found(Verdict.SUPERSEDED, HIGH);
                  case RESUME_LOST -> found(Verdict.SESSION_LOST, HIGH);
                  case TOO_FAST -> found(Verdict.TOO_FAST, HIGH);
                  case TOO_SLOW -> found(Verdict.TOO_SLOW_READER, HIGH, audio());
                });
  }

  /** Whose sends fail is gone, whatever is heard of it. */
  private Optional<Finding> unsent() {
    return flight.sendFailed()
        ? found(Verdict.CONNECTION_LOST, MEDIUM, flight.retries() + " sends were tried again")
        : Optional.empty();
  }

  private Optional<Finding> internal() {
    ErrorCode told = flight.lastError();
    if (told == ErrorCode.HANDLER_TIMEOUT) {
      return found(Verdict.HANDLER_TOO_SLOW, HIGH);
    }
    if (told == ErrorCode.HANDLER_FAILED) {
      return found(Verdict.HANDLER_FAILED, HIGH);
    }
    return found(Verdict.HANDLER_FAILED, MEDIUM, "the log has the exception");
  }

  /** How far the welcome got. */
  private Optional<Finding> byLadder() {
    if (flight.handshake().endpoint() == HandshakeFacts.Endpoint.APPLICATION) {
      return Optional.empty();
    }
    if (flight.sent() == NEVER) {
      return age >= LATE_MILLIS
          ? found(
              Verdict.SERVER_SLOW,
              flight.attempted() == NEVER ? MEDIUM : LOW,
              flight.attempted() == NEVER
                  ? "no welcome was written"
                  : "the container did not write the welcome")
          : Optional.empty();
    }
    int since = age - flight.sent();
    if (flight.received() == NEVER && since >= LATE_MILLIS) {
      return noPong(since);
    }
    if (flight.received() != NEVER && flight.acknowledged() == NEVER && since >= SILENT_MILLIS) {
      return found(
          Verdict.LISTENER_TOO_LATE,
          MEDIUM,
          "the client's WebSocket stack had the welcome after " + flight.received() + " ms",
          "its code sent nothing in " + age + " ms");
    }
    return Optional.empty();
  }

  /** The welcome is lost, or the pong is: some gateways let no control frames through. */
  private Optional<Finding> noPong(int since) {
    if (goesOn(flight)) {
      evidence.add("no pong came, but the client goes on as only one that is welcomed does");
      return Optional.empty();
    }
    return found(
        Verdict.WELCOME_LOST_DOWNSTREAM,
        ofLostWelcome(),
        "welcome sent after " + flight.sent() + " ms, " + flight.attempts() + " times",
        "no pong to the ping behind it in " + since + " ms",
        isTalking() ? "the client's messages arrive" : "nothing more came from the client");
  }

  /** Clients that say no hello may talk without having heard anything. */
  private Confidence ofLostWelcome() {
    if (flight.hello() != NEVER) {
      return isTalking() ? HIGH : MEDIUM;
    }
    return flight.started() == NEVER ? MEDIUM : LOW;
  }

  /**
   * Whether the client has the welcome, pong or not: one that says hello says nothing else before
   * it, but that hello again and one {@code resume}.
   */
  static boolean goesOn(Flight flight) {
    return flight.hello() != NEVER
        && (flight.started() != NEVER
            || flight.traffic().firstAudioIn() != Traffic.NEVER
            || flight.traffic().textsIn() > flight.hellos() + 1L);
  }

  /** Whether the way from the client works, while the way to it may not. */
  private boolean isTalking() {
    boolean came = Flight.millis(flight.traffic().lastIn()) >= flight.sent() + LATE_MILLIS / 2;
    boolean said =
        flight.isClosed()
            && !flight.isClosedByServer()
            && !MAYBE_RESET.contains(flight.closeCode());
    return came || said;
  }

  private Optional<Finding> byHeartbeat() {
    return flight.isClosedByServer() && flight.closeCode() == CloseCode.HEARTBEAT_LOST.code()
        ? found(
            Verdict.HALF_OPEN,
            HIGH,
            "nothing came for "
                + (age - Math.max(0, Flight.millis(flight.traffic().lastIn())))
                + " ms")
        : Optional.empty();
  }

  private Optional<Finding> byLoss() {
    if (!flight.isClosed() || flight.isClosedByServer() || LEFT.contains(flight.closeCode())) {
      return Optional.empty();
    }
    int silence = age - flight.lastSeen();
    if (silence >= IDLE_MILLIS) {
      return found(Verdict.IDLE_CUT, MEDIUM, "after a silence of " + silence + " ms");
    }
    return found(Verdict.CONNECTION_LOST, MEDIUM, "the last sign was " + silence + " ms before");
  }

  private Finding otherwise() {
    if (flight.sent() > LATE_MILLIS) {
      evidence.add("welcome sent only after " + flight.sent() + " ms");
      return new Finding(Verdict.SERVER_SLOW, MEDIUM, evidence);
    }
    if (flight.dropped() > 0) {
      evidence.add(audio());
    }
    if (flight.acknowledged() != NEVER) {
      evidence.add("welcome acknowledged after " + flight.acknowledged() + " ms");
      return new Finding(
          Verdict.HEALTHY, flight.closeCode() == GOING_AWAY ? MEDIUM : HIGH, evidence);
    }
    if (flight.isClosed() && LEFT.contains(flight.closeCode())) {
      evidence.add("the client left before it said anything");
      return new Finding(Verdict.HEALTHY, LOW, evidence);
    }
    evidence.add("the client has not said anything");
    return new Finding(Verdict.UNKNOWN, LOW, evidence);
  }

  private String audio() {
    return flight.dropped() + " bytes of played audio left out";
  }

  private Optional<Finding> found(Verdict verdict, Confidence confidence, String... more) {
    evidence.addAll(List.of(more));
    return Optional.of(new Finding(verdict, confidence, evidence));
  }
}

package io.realtimevoice.impl.diagnosis;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.event.ConnectionClosed;
import io.realtimevoice.event.SessionEnded;
import io.realtimevoice.event.SessionResumed;
import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.event.WelcomeDelivered;
import io.realtimevoice.event.WelcomeFailed;
import io.realtimevoice.impl.connection.ConnectionListener;
import io.realtimevoice.impl.connection.Traffic;
import io.realtimevoice.impl.session.SessionListener;
import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.ErrorCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What happened on all connections that are open, and on the last that were, as many as it has room
 * for: each has a {@link Flight} from its open on, which gives way to newer ones once it has ended.
 * So {@code realtime-voice.max-connections} and the room bound its memory. Events allocate nothing.
 * Any thread may tell and ask.
 */
public final class FlightRecorder implements ConnectionListener, SessionListener {

  /** For how many connections that have ended there is room in a server. */
  public static final int ROOM = 10_000;

  private final AtomicReferenceArray<@Nullable Flight> ended;
  private final AtomicLong endings = new AtomicLong();
  private final AtomicLong opened = new AtomicLong();
  private final Map<String, Flight> byId = new ConcurrentHashMap<>();
  private final Map<String, Flight> byNonce = new ConcurrentHashMap<>();
  private final ClientReports reports;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Tape tape;

  /**
   * Nothing is recorded yet.
   *
   * @param room for how many connections that have ended
   * @param clock the time of day
   * @param nanoTime the time, for differences
   * @param tape where each step goes, too
   */
  public FlightRecorder(int room, InstantSource clock, LongSupplier nanoTime, Tape tape) {
    this.ended = new AtomicReferenceArray<>(room);
    this.reports = new ClientReports(clock);
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.tape = tape;
  }

  /**
   * The record of a connection.
   *
   * @param id as in the log
   * @return empty if it is none of the last
   */
  public Optional<Flight> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The record of the connection on which a client said {@code hello}.
   *
   * @param nonce that the client gave
   * @return empty if it is none of the last
   */
  public Optional<Flight> findByNonce(String nonce) {
    return Optional.ofNullable(byNonce.get(nonce));
  }

  /**
   * All that are recorded.
   *
   * @return the latest first
   */
  public List<Flight> all() {
    return byId.values().stream()
        .sorted(Comparator.comparingLong(Flight::number).reversed())
        .toList();
  }

  /** How many connections there were, with those that are forgotten. */
  public long opened() {
    return opened.get();
  }

  /** What clients reported. */
  public ClientReports reports() {
    return reports;
  }

  /**
   * Why a connection ended, or how it is.
   *
   * @param flight one of this recorder's
   * @return by the server's own evidence, and by what its client has reported of it
   */
  public Finding diagnose(Flight flight) {
    return diagnose(flight, reports.about(flight.id()).orElse(null));
  }

  /** The same, by a report that was read before: another may have come meanwhile. */
  Finding diagnose(Flight flight, ClientReports.@Nullable Kept told) {
    int age = flight.age(nanoTime.getAsLong());
    return BothSides.of(
        ServerDiagnosis.of(flight, age), flight, age, told == null ? null : told.report());
  }

  /** Why a connection has ended; what is forgotten is unknown. */
  public Finding diagnose(ConnectionClosed event) {
    return find(event.connectionId())
        .map(this::diagnose)
        .orElseGet(
            () -> Finding.of(Verdict.UNKNOWN, Confidence.LOW, "it is not recorded any more"));
  }

  /** The facts of a connection's handshake. */
  public void handshake(String id, HandshakeFacts facts) {
    on(id, flight -> flight.handshake(facts));
  }

  @Override
  public void opened(String id, Traffic traffic) {
    byId.put(
        id,
        new Flight(id, opened.getAndIncrement(), clock.millis(), nanoTime.getAsLong(), traffic));
    tape.step(id, Tape.Step.OPENED, 0);
  }

  /** From now on it may be forgotten, when as many have ended after it as there is room for. */
  private void makeRoomFor(Flight flight) {
    int place = (int) (endings.getAndIncrement() % ended.length());
    Flight oldest = ended.getAndSet(place, flight);
    if (oldest != null) {
      forget(oldest);
    }
  }

  private void forget(Flight flight) {
    byId.remove(flight.id(), flight);
    String nonce = flight.nonce();
    if (nonce != null) {
      byNonce.remove(nonce, flight);
    }
  }

  @Override
  public void told(String id, ErrorCode code) {
    Flight flight = byId.get(id);
    if (flight != null) {
      flight.told(code);
    }
    tape.step(id, Tape.Step.ERROR_TOLD, code.fatal() ? 1 : 0);
  }

  @Override
  public void closing(String id, int closeCode) {
    Flight flight = byId.get(id);
    if (flight != null) {
      flight.closing(closeCode);
    }
  }

  @Override
  public void closed(ConnectionClosed event) {
    Flight flight = byId.get(event.connectionId());
    if (flight != null) {
      if (flight.closed(event.closeCode(), event.duration())) {
        makeRoomFor(flight);
      }
      tape.ended(flight, diagnose(flight));
    }
  }

  @Override
  public void broken(String id, int closeCode, @Nullable Throwable cause) {
    Flight flight = byId.get(id);
    if (flight != null) {
      flight.broken(flight.retries() > 0);
    }
    tape.step(id, Tape.Step.BROKEN, closeCode);
  }

  @Override
  public void retrying(String id, int time, @Nullable Throwable cause) {
    Flight flight = byId.get(id);
    if (flight != null) {
      flight.retried();
    }
    tape.step(id, Tape.Step.SEND_RETRIED, time);
  }

  @Override
  public void audioDropped(String id, int bytes) {
    Flight flight = byId.get(id);
    if (flight != null) {
      flight.dropped(bytes);
    }
    tape.step(id, Tape.Step.AUDIO_DROPPED, bytes);
  }

  @Override
  public void welcomeAttempted(String id, int attempt) {
    Flight flight = byId.get(id);
    if (flight != null) {
      flight.attempted(attempt, nanoTime.getAsLong());
    }
    tape.step(id, Tape.Step.WELCOME_ATTEMPTED, attempt);
  }

  @Override
  public void welcomeSent(String id, int attempt, Duration afterOpen) {
    Flight flight = byId.get(id);
    if (flight != null) {
      flight.sent(afterOpen);
    }
    tape.step(id, Tape.Step.WELCOME_SENT, attempt);
  }

  @Override
  public void welcomeReceived(String id, Duration afterOpen) {
    Flight flight = byId.get(id);
    if (flight != null) {
      flight.received(afterOpen);
    }
    tape.step(id, Tape.Step.WELCOME_RECEIVED, 1);
  }

  @Override
  public void welcomeDelivered(WelcomeDelivered event) {
    welcomeLate(event.connectionId(), event.acknowledged());
  }

  @Override
  public void welcomeFailed(WelcomeFailed event) {
    tape.step(event.connectionId(), Tape.Step.WELCOME_FAILED, event.attempts());
  }

  @Override
  public void welcomeLate(String id, Duration afterOpen) {
    Flight flight = byId.get(id);
    if (flight != null) {
      flight.acknowledged(afterOpen);
    }
    tape.step(id, Tape.Step.WELCOME_ACKNOWLEDGED, 1);
  }

  @Override
  public void started(SessionStarted event) {
    on(event.connectionId(), flight -> flight.session(event.sessionId()));
  }

  @Override
  public void resumed(SessionResumed event) {
    on(event.connectionId(), flight -> flight.resumed(event.sessionId()));
    tape.step(event.connectionId(), Tape.Step.RESUMED, event.replayed());
  }

  @Override
  public void ended(SessionEnded event) {
    // A session may end long after its connection.
  }

  @Override
  public void greeted(String connectionId, @Nullable String nonce) {
    Flight flight = byId.get(connectionId);
    if (flight != null) {
      String known = flight.hello(nonce, nanoTime.getAsLong());
      if (known != null) {
        byNonce.put(known, flight);
        if (byId.get(connectionId) != flight) {
          byNonce.remove(known, flight);
        }
      }
    }
    tape.step(connectionId, Tape.Step.HELLO, 1);
  }

  @Override
  public void starting(String connectionId) {
    Flight flight = byId.get(connectionId);
    if (flight != null) {
      flight.started(nanoTime.getAsLong());
    }
    tape.step(connectionId, Tape.Step.START, 1);
  }

  @Override
  public void ready(String connectionId) {
    Flight flight = byId.get(connectionId);
    if (flight != null) {
      flight.ready(nanoTime.getAsLong());
    }
    tape.step(connectionId, Tape.Step.READY, 1);
  }

  @Override
  public void reported(String connectionId, ClientMessage.Report report) {
    keep(report);
  }

  /**
   * A client has reported what it saw.
   *
   * @param report anybody's
   * @return the connection that it is about; empty if it is none of the last
   */
  Optional<Flight> keep(ClientMessage.Report report) {
    String nonce = report.nonce();
    Flight about = nonce == null ? null : byNonce.get(nonce);
    reports.keep(about == null ? null : about.id(), report);
    return Optional.ofNullable(about);
  }

  private void on(String id, Consumer<Flight> change) {
    Flight flight = byId.get(id);
    if (flight != null) {
      change.accept(flight);
    }
  }
}

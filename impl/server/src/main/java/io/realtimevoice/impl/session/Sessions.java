package io.realtimevoice.impl.session;

import io.realtimevoice.EndReason;
import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.Liveness;
import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.ErrorCode;
import io.realtimevoice.spi.SessionStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The sessions of an application, from their begin to their end. */
public final class Sessions {

  /**
   * What all sessions together keep to.
   *
   * @param maxSessions how many may have streams, with and without a connection; and how many that
   *     never had one may wait for their clients
   * @param replayBytes how much they may keep together for their clients to acknowledge
   * @param reconnectRate how many clients a second shall come back after a restart
   * @param directCalls how many of the container's threads may be in the streams' code at a time
   */
  public record Limits(int maxSessions, long replayBytes, int reconnectRate, int directCalls) {}

  private static final Duration SHORTEST_SPREAD = Duration.ofSeconds(2);

  private static final int TOKEN_BYTES = 32;

  private final Environment environment;
  private final Liveness liveness;
  private final Limits limits;
  private final ReplayBuffer.Node replay;
  private final Records records;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Conversation> open = new ConcurrentHashMap<>();
  private final Set<Conversation> admitted = ConcurrentHashMap.newKeySet();
  private final Set<Conversation> missed = ConcurrentHashMap.newKeySet();
  private final Waiting waiting;
  private final DirectCalls direct;
  private final House house = new OurHouse();
  private final AtomicLong lines = new AtomicLong();
  private volatile boolean draining;
  private volatile int drained;

  /**
   * No sessions yet.
   *
   * @param environment what all will have in common
   * @param limits what all together keep to
   * @param liveness watches their deadlines
   * @param store knows the sessions of all servers whose clients are away
   */
  public Sessions(Environment environment, Limits limits, Liveness liveness, SessionStore store) {
    this.records = new Records(store, UUID.randomUUID().toString());
    this.environment = environment;
    this.limits = limits;
    this.liveness = liveness;
    this.replay = new ReplayBuffer.Node(limits.replayBytes());
    this.waiting = new Waiting(limits.maxSessions());
    this.direct = new DirectCalls(limits.directCalls());
  }

  /**
   * Begins a session.
   *
   * @param connection a connection that was not refused
   * @param client whom it is with
   * @return takes what comes in
   */
  public Line begin(Connection connection, Client client) {
    Line line = new Line(connection, client, environment, this);
    Conversation session = line.session();
    open.put(session.id(), session);
    liveness.watch(session);
    environment.listener().started(new SessionStarted(session.id(), connection.id()));
    line.endsWith(session);
    return line;
  }

  /**
   * How many there are.
   *
   * @return with those whose clients are away
   */
  public int size() {
    return open.size();
  }

  /**
   * Begins no stream any more, asks the clients to come back elsewhere or later, and waits for the
   * streams that are open.
   *
   * @param limit after which streams are asked to finish, as if their clients had said {@code stop}
   * @return complete when no stream is left, or none is waited for any more; on a managed thread
   */
  public CompletionStage<Void> drain(Duration limit) {
    drained = open.size();
    draining = true;
    open.values().forEach(each -> each.goAway(spread()));
    Drain drain =
        new Drain(
            limit,
            environment.scheduler().nanoTime(),
            () -> open.values().stream().anyMatch(Conversation::isStreaming),
            () -> open.values().forEach(Conversation::finish));
    liveness.watch(drain);
    return drain.done().whenComplete((nothing, failure) -> liveness.forget(drain));
  }

  /**
   * Whether a connection is of use: not while the server runs empty, unless it may be that of a
   * client that was lost with its stream.
   *
   * @return false if it should be refused
   */
  public boolean takesConnections() {
    return !draining || !missed.isEmpty();
  }

  /** Begins streams again. */
  public void admit() {
    draining = false;
  }

  /**
   * Whether no stream begins any more.
   *
   * @return true from a drain on
   */
  public boolean isDraining() {
    return draining;
  }

  /** Closes the connections of all sessions, which may be resumed elsewhere. */
  public void leave() {
    open.values().forEach(Conversation::leave);
  }

  /** Ends all sessions, within the call unless the application's code holds one of them up. */
  public void shutDown() {
    open.values().forEach(each -> each.end(EndReason.SHUTDOWN));
  }

  /** Tells a client that has just come that it should not stay. */
  void greeted(Conversation session) {
    if (draining) {
      session.goAway(spread());
    }
  }

  /** The number of one more connection. */
  long nextLine() {
    return lines.incrementAndGet();
  }

  /** So long that not too many clients come back at once, who leave together with this one. */
  private Duration spread() {
    Duration even =
        Duration.ofSeconds(Math.max(drained, open.size())).dividedBy(limits.reconnectRate());
    return even.compareTo(SHORTEST_SPREAD) < 0 ? SHORTEST_SPREAD : even;
  }

  /** What each session needs of the others. */
  House house() {
    return house;
  }

  /** A client wants to go on with a session on a new connection. */
  void resume(Line line, ClientMessage.Resume request) {
    Conversation session = open.get(request.sessionId());
    if (session == null || session == line.session()) {
      // The store may be a long way off, and this is the container's thread.
      environment.scheduler().perform(() -> line.refuseResume(whereElse(request.sessionId())));
    } else {
      session.resume(line, request);
    }
  }

  private String whereElse(String sessionId) {
    return records.elsewhere(sessionId).map(node -> "it is on " + node).orElse("no such session");
  }

  private final class OurHouse implements House {

    @Override
    public ReplayBuffer.Node replay() {
      return replay;
    }

    @Override
    public DirectCalls direct() {
      return direct;
    }

    @Override
    public String token() {
      byte[] token = new byte[TOKEN_BYTES];
      random.nextBytes(token);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    @Override
    public Optional<ErrorCode> admit(Conversation session) {
      if (draining) {
        return Optional.of(ErrorCode.DRAINING);
      }
      admitted.add(session);
      if (admitted.size() <= limits.maxSessions()) {
        return Optional.empty();
      }
      admitted.remove(session);
      return Optional.of(ErrorCode.OVERLOADED);
    }

    @Override
    public void away(Conversation session) {
      records.keep(session.stored(records.node()), session.window());
      if (admitted.contains(session)) {
        missed.add(session);
      } else {
        waiting.add(session).ifPresent(Conversation::giveUp);
      }
    }

    @Override
    public void back(Conversation session) {
      missed.remove(session);
      waiting.remove(session);
      records.forget(session.id());
    }

    @Override
    public void ended(Conversation session) {
      missed.remove(session);
      waiting.remove(session);
      records.forget(session.id());
      admitted.remove(session);
      open.remove(session.id());
      liveness.forget(session);
    }
  }
}

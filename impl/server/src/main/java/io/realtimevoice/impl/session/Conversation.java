package io.realtimevoice.impl.session;

import io.realtimevoice.EndReason;
import io.realtimevoice.event.SessionResumed;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.Liveness;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.store.StoredSession;
import io.realtimevoice.impl.store.TokenHash;
import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.CloseCode;
import io.realtimevoice.protocol.ErrorCode;
import io.realtimevoice.protocol.ServerMessage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One session, on one connection after the other: gives what comes in to the {@link
 * SessionMachine}, and carries out the effects, one thing at a time and in order.
 *
 * <p>The calls of the application run on the scheduler's threads. Only audio in binary messages may
 * go straight to the stream, on the container's thread: {@link Arrivals} says when.
 */
public final class Conversation implements Liveness.Watched {

  /**
   * What a session keeps to.
   *
   * @param maxTextChars the longest text message, in UTF-16 code units
   * @param maxBinaryBytes the longest binary message, in bytes
   * @param maxErrors how many wrong messages in a row are answered before the close
   * @param startTimeout how long it may stay without a stream
   * @param handlerTimeout how long one call of the application's may take
   * @param intakeBytes how much of what comes in may wait for the application
   * @param heartbeat after how much silence each side asks the other for a sign of life
   * @param resumeWindow how long a session waits for its client
   * @param replayBytes how much is kept for the client to acknowledge
   * @param replayMessages in how many messages
   * @param replayAge and for how long
   */
  public record Limits(
      int maxTextChars,
      int maxBinaryBytes,
      int maxErrors,
      Duration startTimeout,
      Duration handlerTimeout,
      int intakeBytes,
      Duration heartbeat,
      Duration resumeWindow,
      int replayBytes,
      int replayMessages,
      Duration replayAge) {}

  private final String id = UUID.randomUUID().toString();
  private final Environment environment;
  private final Limits limits;
  private final SessionMachine machine;
  private final Turns turns;
  private final Arrivals arrivals;
  private final Returning returning;
  private final Absence absence;
  private final Downlink downlink;
  private final ResumeTokens tokens;
  private final Acknowledgements acknowledgements = new Acknowledgements();
  private final Performer performer;
  private final House house;
  private final Instant began;
  private volatile @Nullable Line line;
  private long latestLine;
  private final AtomicLong received = new AtomicLong();
  private volatile boolean unconfirmed;

  Conversation(Connection connection, Client client, Environment environment, House house) {
    this.environment = environment;
    this.house = house;
    this.began = Instant.now();
    this.limits = environment.limits();
    this.machine = new SessionMachine(limits.maxErrors());
    this.turns = new Turns(environment.scheduler()::perform, this::broken);
    this.absence = new Absence(limits.resumeWindow());
    this.downlink =
        new Downlink(
            connection,
            environment.scheduler(),
            new ReplayBuffer(
                new ReplayBuffer.Bounds(
                    limits.replayBytes(), limits.replayMessages(), limits.replayAge()),
                house.replay()));
    this.tokens = new ResumeTokens(house::token);
    this.performer =
        new Performer(
            id,
            downlink,
            client,
            environment,
            machine,
            turns,
            () -> house.admit(this),
            () -> house.ended(this));
    this.returning =
        new Returning(turns, machine, tokens, performer.identity(), downlink, this::goOn);
    this.arrivals =
        new Arrivals(
            new Owner(),
            turns,
            new Intake(limits.intakeBytes()),
            performer.trust(),
            house.direct());
  }

  /**
   * The session's id.
   *
   * @return as in the welcome
   */
  public String id() {
    return id;
  }

  /** The client's language. */
  Locale locale() {
    return performer.replies().locale();
  }

  /** What another server would need to know of it; for who has the turn. */
  StoredSession stored(String node) {
    return new StoredSession(
        id,
        TokenHash.of(tokens.current()),
        performer.identity().name().orElse(null),
        node,
        received(),
        downlink.count(),
        began);
  }

  /** How long it waits for its client. */
  Duration window() {
    return absence.window();
  }

  /** How many reliable messages of the client were dealt with. */
  long received() {
    return received.get();
  }

  /** The session begins on a connection. */
  void begin(Line first) {
    line = first;
    latestLine = first.number();
    first.connection().greeting(first.client().welcomes().of(id, resumption()));
  }

  /** A text message has come, and was understood. */
  void received(Line from, ClientMessage message, int chars) {
    if (message instanceof ClientMessage.Ack ack) {
      acknowledged(from, ack.received());
    } else if (message instanceof ClientMessage.Heartbeat heartbeat) {
      from.connection().send(environment.codec().encode(new ServerMessage.Ack(received())));
      acknowledged(from, heartbeat.received());
    } else {
      arrivals.queue(from, weight(message, chars), () -> take(message));
    }
  }

  /** Does something once everything has been dealt with that came before. */
  void behind(Line from, Runnable then) {
    arrivals.queue(from, 0, then);
  }

  /** A message has come that could not be understood, or not be accepted. */
  void wrong(Line from, Problem problem) {
    arrivals.queue(
        from,
        0,
        () -> {
          count();
          performer.perform(machine.wrong(problem));
        });
  }

  /** Audio has come; the buffer is not used after this call. */
  void audio(Line from, ByteBuffer data) {
    arrivals.audio(from, data);
  }

  /** The client sends too much; what comes after this is left out, and not counted. */
  void flooded(Line from) {
    arrivals.flooded(from);
  }

  /** The channel itself has failed. */
  void broken(Throwable cause) {
    performer.broken(cause);
  }

  /** A client wants to go on with this session on another connection. */
  void resume(Line to, ClientMessage.Resume request) {
    returning.comes(to, request);
  }

  /**
   * A connection has ended.
   *
   * @param reason of the session's end, if it ends
   * @param resumable whether its client may come back
   */
  void left(Line by, EndReason reason, boolean resumable) {
    turns.leave(
        () -> {
          if (line != by) {
            return;
          }
          if (resumable && !machine.over()) {
            detach();
          } else {
            performer.perform(machine.disconnected(reason));
          }
        });
  }

  /** Whether a stream is open. */
  boolean isStreaming() {
    return performer.isStreaming();
  }

  /** The server goes down: the client should come back within a time after the end. */
  void goAway(Duration spread) {
    Line current = line;
    if (current != null && current.greeted()) {
      Message.GO_AWAY.log(current.connection().id(), spread.toMillis());
      current
          .connection()
          .send(
              environment.codec().encode(new ServerMessage.GoAway("draining", spread.toMillis())));
    }
  }

  /** The stream finishes, as if the client had said so. */
  void finish() {
    turns.leave(() -> performer.perform(machine.finish()));
  }

  /** Closes the connection because the server goes down; older clients know 1012 only. */
  void leave() {
    Line current = line;
    if (current != null) {
      current.connection().close(current.greeted() ? CloseCode.DRAINING : CloseCode.RESTART);
    }
  }

  /** The session is over, within the call unless the application's code holds it up. */
  void end(EndReason reason) {
    turns.run(() -> performer.perform(machine.disconnected(reason)));
  }

  @Override
  public void check(long nanoTime) {
    downlink.expire(nanoTime);
    long since = absence.since();
    if (performer.application().lost(nanoTime)) {
      performer.application().end();
      Message.HANDLER_TIMEOUT.log(downlink.connection().id(), limits.handlerTimeout().toMillis());
      failAtOnce(Problem.of(ErrorCode.HANDLER_TIMEOUT), EndReason.FAILED);
    } else if (since != Absence.NONE) {
      if (absence.runsOut(nanoTime)) {
        turns.leave(() -> expire(since));
      }
    } else if (performer.idle().lost(nanoTime)) {
      performer.idle().end();
      failAtOnce(Problem.of(ErrorCode.START_TIMEOUT), EndReason.REFUSED);
    } else {
      acknowledge(nanoTime);
    }
  }

  private void acknowledge(long nanoTime) {
    Line current = line;
    long count = received();
    if (current != null && current.greeted() && acknowledgements.due(count, nanoTime)) {
      current.connection().send(environment.codec().encode(new ServerMessage.Ack(count)));
    }
  }

  private void acknowledged(Line from, long count) {
    if (!downlink.acknowledge(count)) {
      arrivals.queue(
          from,
          0,
          () ->
              performer.perform(
                  machine.failed(
                      new Problem(ErrorCode.BAD_COUNT, Long.toString(count)), EndReason.REFUSED)));
    } else if (unconfirmed) {
      arrivals.queue(from, 0, this::confirm);
    }
  }

  /** What is kept of a message until its turn: of audio in JSON no more than the audio. */
  private static int weight(ClientMessage message, int chars) {
    return message instanceof ClientMessage.Audio audio ? audio.data().remaining() : 2 * chars;
  }

  private void take(ClientMessage message) {
    if (message.isReliable()) {
      count();
    } else {
      downlink.keep();
    }
    performer.perform(machine.received(message));
  }

  private void count() {
    // By who has the turn only.
    received.lazySet(received.get() + 1);
    if (unconfirmed) {
      confirm();
    }
  }

  private void confirm() {
    unconfirmed = false;
    tokens.confirm();
  }

  private void detach() {
    downlink.detach();
    line = null;
    absence.begin(environment.scheduler().nanoTime());
    Message.DETACHED.log(downlink.connection().id(), id, absence.window().toMillis());
    house.away(this);
    performer.detached();
  }

  /** Its client is waited for no longer, unless it comes back before this has its turn. */
  void giveUp() {
    long since = absence.since();
    turns.leave(
        () -> {
          if (isAway(since)) {
            Message.NO_LONGER_AWAITED.log(downlink.connection().id(), id);
            expire(since);
          }
        });
  }

  private void expire(long since) {
    if (isAway(since)) {
      performer.perform(machine.disconnected(EndReason.CONNECTION_LOST));
    }
  }

  private boolean isAway(long since) {
    return since != Absence.NONE && since == absence.since();
  }

  private void goOn(Line to, ClientMessage.Resume request) {
    if (to.number() < latestLine) {
      // The client has given that connection up; its request comes late.
      to.connection().abort(CloseCode.SUPERSEDED);
      return;
    }
    Line before = line;
    line = to;
    latestLine = to.number();
    if (before != null) {
      before.connection().abort(CloseCode.SUPERSEDED);
    }
    if (!downlink.covers(request.received())) {
      startOver(to, request.received());
      return;
    }
    Duration gap = absence.end(environment.scheduler().nanoTime());
    house.back(this);
    tokens.rotate(request.resumeToken());
    unconfirmed = true;
    to.joins(this);
    downlink.keep();
    int replayed =
        downlink.attach(
            to.connection(),
            environment.codec().encode(new ServerMessage.Resumed(id, tokens.current(), received())),
            request.received());
    to.connection().greeting(to.client().welcomes().of(id, resumption()));
    environment.listener().resumed(new SessionResumed(id, to.connection().id(), gap, replayed));
    performer.resumed();
  }

  /** The client gets what is kept, and the news that it is not all. */
  private void startOver(Line to, long count) {
    Message.RESUME_REFUSED.log(to.connection().id(), "not everything it lacks was kept");
    downlink.kept(count).forEach(to.connection()::send);
    to.refuse(ErrorCode.RESUME_LOST, "", received());
    performer.perform(machine.disconnected(EndReason.CONNECTION_LOST));
  }

  private ServerMessage.Resumption resumption() {
    return new ServerMessage.Resumption(
        tokens.current(), limits.heartbeat().toMillis(), limits.resumeWindow().toMillis());
  }

  /** The application may hold the turn, and the client must not wait for it. */
  private void failAtOnce(Problem problem, EndReason reason) {
    Line current = line;
    if (current != null && current.connection().isOpen()) {
      current.refuse(problem.code(), problem.subject(), null);
    }
    returning.refuseAll("the session has failed with " + problem.code());
    turns.leave(() -> performer.perform(machine.failed(problem, reason)));
  }

  private final class Owner implements Arrivals.Owner {

    @Override
    public boolean has(Line from) {
      return line == from;
    }

    @Override
    public void feed(ByteBuffer data) {
      count();
      if (machine.takes(data.remaining())) {
        performer.deliver(data);
      } else {
        performer.perform(machine.refusedAudio());
      }
    }

    @Override
    public void slowDown(Duration pause) {
      performer.replies().slowDown(pause);
    }
  }
}

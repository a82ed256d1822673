package io.realtimevoice.impl.session;

import io.realtimevoice.EndReason;
import io.realtimevoice.impl.codec.BadMessageException;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.Liveness;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.ErrorCode;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * One session on its connection: gives what comes in to the {@link SessionMachine}, and carries out
 * the effects, one thing at a time.
 *
 * <p>Audio in binary messages goes past the effects straight to the stream, on the container's
 * thread: no copy, no allocation.
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
   */
  public record Limits(
      int maxTextChars,
      int maxBinaryBytes,
      int maxErrors,
      Duration startTimeout,
      Duration handlerTimeout) {}

  /** How many messages may wait while another thread has the session's turn. */
  private static final int MAX_WAITING = 256;

  private final String id;
  private final Connection connection;
  private final Environment environment;
  private final Limits limits;
  private final SessionMachine machine;
  private final Turns turns;
  private final Performer performer;

  Conversation(String id, Connection connection, Client client, Environment environment) {
    this.id = id;
    this.connection = connection;
    this.environment = environment;
    this.limits = environment.limits();
    this.machine = new SessionMachine(limits.maxErrors());
    this.turns = new Turns(this::broken);
    this.performer = new Performer(id, connection, client, environment, machine, turns);
  }

  /**
   * The session's id.
   *
   * @return as in the welcome
   */
  public String id() {
    return id;
  }

  /**
   * A text message has come.
   *
   * @param text the whole message
   */
  public void text(String text) {
    connection.acknowledged();
    if (!connection.isOpen()) {
      return;
    }
    if (text.length() > limits.maxTextChars()) {
      wrong(new Problem(ErrorCode.TOO_BIG, Integer.toString(limits.maxTextChars())));
    } else if (connection.backlogged()) {
      wrong(Problem.of(ErrorCode.FLOOD));
    } else {
      try {
        ClientMessage message = environment.codec().decode(text);
        inTurn(() -> performer.perform(machine.received(message)));
      } catch (BadMessageException e) {
        wrong(new Problem(e.code(), e.subject()));
      }
    }
  }

  /**
   * A binary message has come.
   *
   * @param data the whole message; not used after this call
   */
  public void audio(ByteBuffer data) {
    connection.acknowledged();
    if (data.remaining() > limits.maxBinaryBytes()) {
      wrong(new Problem(ErrorCode.TOO_BIG, Integer.toString(limits.maxBinaryBytes())));
    } else if (turns.tryTake()) {
      try {
        feed(data);
      } finally {
        turns.giveBack();
      }
    } else {
      ByteBuffer copy = ByteBuffer.allocate(data.remaining()).put(data).flip();
      inTurn(() -> feed(copy));
    }
  }

  /**
   * The channel itself has failed in a message of this session.
   *
   * @param cause what was thrown
   */
  public void broken(Throwable cause) {
    performer.broken(cause);
  }

  @Override
  public void check(long nanoTime) {
    if (performer.application().lost(nanoTime)) {
      performer.application().end();
      Message.HANDLER_TIMEOUT.log(connection.id(), limits.handlerTimeout().toMillis());
      failAtOnce(Problem.of(ErrorCode.HANDLER_TIMEOUT), EndReason.FAILED);
    } else if (performer.idle().lost(nanoTime)) {
      performer.idle().end();
      failAtOnce(Problem.of(ErrorCode.START_TIMEOUT), EndReason.REFUSED);
    }
  }

  /** The connection has ended, or is about to. */
  void disconnected(EndReason reason) {
    turns.run(() -> performer.perform(machine.disconnected(reason)));
  }

  private void fail(Problem problem, EndReason reason) {
    turns.run(() -> performer.perform(machine.failed(problem, reason)));
  }

  /** The application may hold the turn, and the client must not wait for it. */
  private void failAtOnce(Problem problem, EndReason reason) {
    if (connection.isOpen()) {
      performer.replies().error(problem);
      connection.close(problem.code().close().orElseThrow());
      environment.scheduler().execute(() -> fail(problem, reason));
    }
  }

  private void wrong(Problem problem) {
    inTurn(() -> performer.perform(machine.wrong(problem)));
  }

  private void inTurn(Runnable task) {
    if (turns.backlog() < MAX_WAITING) {
      turns.run(task);
    } else {
      failAtOnce(Problem.of(ErrorCode.FLOOD), EndReason.REFUSED);
    }
  }

  private void feed(ByteBuffer data) {
    if (machine.takes(data.remaining())) {
      performer.deliver(data);
    } else {
      performer.perform(machine.refusedAudio());
    }
  }
}

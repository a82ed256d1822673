package io.realtimevoice.impl.session;

import io.realtimevoice.EndReason;
import io.realtimevoice.StartRequest;
import io.realtimevoice.StreamRefusedException;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.event.SessionEnded;
import io.realtimevoice.impl.codec.BadMessageException;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.Liveness;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.ErrorCode;
import io.realtimevoice.spi.VoiceAuthenticator;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

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
  private final Turns turns = new Turns(this::broken);
  private final SessionMachine machine;
  private final Replies replies;
  private final ClientSession view;
  private final StreamCalls calls;
  private final Patience idle;
  private final long started;
  private @Nullable StartRequest request;

  Conversation(String id, Connection connection, Client client, Environment environment) {
    this.id = id;
    this.connection = connection;
    this.environment = environment;
    this.limits = environment.limits();
    this.machine = new SessionMachine(limits.maxErrors());
    this.replies = new Replies(connection, environment.codec(), client.locale());
    this.view = new ClientSession(id, connection, client.handshake(), replies, this::failLater);
    this.calls =
        new StreamCalls(
            view,
            environment.application().handler(),
            environment.scheduler(),
            limits.handlerTimeout());
    this.idle = new Patience(environment.scheduler(), limits.startTimeout());
    this.started = environment.scheduler().nanoTime();
    idle.begin();
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
      wrong(Problem.of(ErrorCode.TOO_FAST));
    } else {
      try {
        ClientMessage message = environment.codec().decode(text);
        inTurn(() -> perform(machine.received(message)));
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
    Message.TASK_FAILED.log(cause);
    fail(Problem.of(ErrorCode.INTERNAL), EndReason.FAILED);
  }

  @Override
  public void check(long nanoTime) {
    if (calls.patience().lost(nanoTime)) {
      calls.patience().end();
      Message.HANDLER_TIMEOUT.log(connection.id(), limits.handlerTimeout().toMillis());
      failAtOnce(Problem.of(ErrorCode.HANDLER_TIMEOUT), EndReason.FAILED);
    } else if (idle.lost(nanoTime)) {
      idle.end();
      failAtOnce(Problem.of(ErrorCode.START_TIMEOUT), EndReason.REFUSED);
    }
  }

  /** The connection has ended, or is about to. */
  void disconnected(EndReason reason) {
    turns.run(() -> perform(machine.disconnected(reason)));
  }

  private void failLater(Throwable cause) {
    environment.scheduler().execute(() -> turns.run(() -> handlerFailed("session", cause)));
  }

  private void fail(Problem problem, EndReason reason) {
    turns.run(() -> perform(machine.failed(problem, reason)));
  }

  /** The application may hold the turn, and the client must not wait for it. */
  private void failAtOnce(Problem problem, EndReason reason) {
    if (connection.isOpen()) {
      replies.error(problem);
      connection.close(problem.code().close().orElseThrow());
      environment.scheduler().execute(() -> fail(problem, reason));
    }
  }

  private void wrong(Problem problem) {
    inTurn(() -> perform(machine.wrong(problem)));
  }

  private void inTurn(Runnable task) {
    if (turns.backlog() < MAX_WAITING) {
      turns.run(task);
    } else {
      failAtOnce(Problem.of(ErrorCode.TOO_FAST), EndReason.REFUSED);
    }
  }

  private void feed(ByteBuffer data) {
    if (machine.takes(data.remaining())) {
      deliver(data);
    } else {
      perform(machine.refusedAudio());
    }
  }

  private void perform(List<Effect> effects) {
    for (Effect effect : effects) {
      try {
        perform(effect);
      } catch (Throwable e) {
        // The others count all the more: they close the connection and the stream.
        broken(e);
      }
    }
  }

  private void perform(Effect effect) {
    if (effect instanceof Effect.Feed feed) {
      deliver(feed.data());
    } else if (effect instanceof Effect.Report report) {
      replies.error(report.problem());
    } else if (effect instanceof Effect.Ready) {
      replies.ready();
    } else if (effect instanceof Effect.Open open) {
      open(open.request());
    } else if (effect instanceof Effect.Finish) {
      finish();
    } else if (effect instanceof Effect.Stopped stopped) {
      stopped(stopped.summary(), stopped.audioBytes());
    } else if (effect instanceof Effect.Release release) {
      replies.endResults();
      calls.close(release.reason());
    } else if (effect instanceof Effect.Close close) {
      connection.close(close.code());
    } else if (effect instanceof Effect.Welcome welcome) {
      if (welcome.locale() != null) {
        replies.speak(welcome.locale());
      }
      connection.welcomeAgain();
    } else if (effect instanceof Effect.End end) {
      end(end.reason());
    }
  }

  private void open(StartRequest wanted) {
    idle.end();
    request = wanted;
    try {
      if (!authenticated(wanted)) {
        perform(machine.failed(Problem.of(ErrorCode.NOT_AUTHENTICATED), EndReason.REFUSED));
        return;
      }
      replies.beginResults();
      boolean takesAudio = calls.open(wanted);
      Message.STREAM_STARTED.log(connection.id(), wanted);
      perform(machine.opened(takesAudio));
    } catch (Throwable e) {
      handlerFailed("open", e);
    }
  }

  private boolean authenticated(StartRequest wanted) {
    VoiceAuthenticator authenticator = environment.application().authenticator();
    if (authenticator == null) {
      return true;
    }
    Optional<Principal> known = calls.authenticate(authenticator, wanted);
    known.ifPresent(view::belongsTo);
    return known.isPresent();
  }

  private void deliver(ByteBuffer data) {
    try {
      calls.audio(data);
    } catch (Throwable e) {
      handlerFailed("audio", e);
    }
  }

  private void finish() {
    if (!calls.open()) {
      return;
    }
    int stream = machine.streams();
    try {
      calls
          .finish()
          .whenComplete(
              (summary, failure) ->
                  environment
                      .scheduler()
                      .execute(() -> turns.run(() -> finished(stream, summary, failure))));
    } catch (Throwable e) {
      handlerFailed("end", e);
    }
  }

  private void finished(int stream, @Nullable StreamSummary summary, @Nullable Throwable failure) {
    if (!calls.open() || stream != machine.streams()) {
      // That stream was closed before it finished, and there may be another one now.
      return;
    }
    calls.finished();
    if (summary != null) {
      perform(machine.finished(summary));
    } else if (failure == null) {
      handlerFailed("end", new NullPointerException("VoiceStream.end gave no summary"));
    } else {
      // A stage that depends on others wraps what they threw.
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      handlerFailed("end", cause == null ? failure : cause);
    }
  }

  private void stopped(StreamSummary summary, long audioBytes) {
    replies.endResults();
    replies.stopped(summary, audioBytes, millis(summary, audioBytes));
    Message.STREAM_STOPPED.log(connection.id(), audioBytes);
    idle.begin();
  }

  private @Nullable Long millis(StreamSummary summary, long audioBytes) {
    Duration told = summary.duration();
    if (told == null && request != null) {
      told = request.format().durationOf(audioBytes).orElse(null);
    }
    return told == null ? null : told.toMillis();
  }

  private void handlerFailed(String call, Throwable cause) {
    if (cause instanceof StreamRefusedException refusal) {
      perform(
          machine.refused(
              new Problem(ErrorCode.STREAM_REFUSED, String.valueOf(refusal.getMessage()))));
      if (machine.idle()) {
        idle.begin();
      }
    } else if (!machine.over()) {
      Message.HANDLER_FAILED.log(cause, connection.id(), call);
      perform(machine.failed(Problem.of(ErrorCode.HANDLER_FAILED), EndReason.FAILED));
    }
  }

  private void end(EndReason reason) {
    idle.end();
    environment
        .listener()
        .ended(
            new SessionEnded(
                id,
                connection.id(),
                reason,
                machine.streams(),
                machine.audioBytes(),
                Duration.ofNanos(environment.scheduler().nanoTime() - started)));
  }
}

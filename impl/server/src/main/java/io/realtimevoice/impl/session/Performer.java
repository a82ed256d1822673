package io.realtimevoice.impl.session;

import io.realtimevoice.EndReason;
import io.realtimevoice.StartRequest;
import io.realtimevoice.StreamRefusedException;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.event.SessionEnded;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.protocol.ErrorCode;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the effects of one session's {@link SessionMachine}, and tells it how they went. Used
 * by who has the session's turn.
 */
final class Performer {

  private final String id;
  private final Downlink downlink;
  private final Environment environment;
  private final SessionMachine machine;
  private final Turns turns;
  private final Supplier<Optional<ErrorCode>> admission;
  private final Runnable whenOver;
  private final Trust trust = new Trust();
  private volatile boolean streaming;
  private final Replies replies;
  private final StreamCalls calls;
  private final Identity identity;
  private final Patience idle;
  private final long started;
  private @Nullable StartRequest request;

  Performer(
      String id,
      Downlink downlink,
      Client client,
      Environment environment,
      SessionMachine machine,
      Turns turns,
      Supplier<Optional<ErrorCode>> admission,
      Runnable whenOver) {
    this.id = id;
    this.downlink = downlink;
    this.environment = environment;
    this.machine = machine;
    this.turns = turns;
    this.admission = admission;
    this.whenOver = whenOver;
    this.replies = new Replies(downlink, environment.codec(), client.locale());
    ClientSession view =
        new ClientSession(id, downlink, client.handshake(), replies, this::failLater);
    this.calls =
        new StreamCalls(
            view,
            environment.application().handler(),
            environment.scheduler(),
            environment.limits().handlerTimeout());
    this.identity = new Identity(view, environment.application().authenticator(), calls);
    this.idle = new Patience(environment.scheduler(), environment.limits().startTimeout());
    this.started = environment.scheduler().nanoTime();
    idle.begin();
  }

  /** What the session says to its client. */
  Replies replies() {
    return replies;
  }

  /** Whose the session is. */
  Identity identity() {
    return identity;
  }

  /** How long the application has been taking for what it was asked. */
  Patience application() {
    return calls.patience();
  }

  /** How long the session has been without a stream. */
  Patience idle() {
    return idle;
  }

  /** Carries out effects in their order; one that fails does not cost the others. */
  void perform(List<Effect> effects) {
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
      streaming = false;
    } else if (effect instanceof Effect.Close close) {
      downlink.connection().close(close.code());
    } else if (effect instanceof Effect.Welcome welcome) {
      if (welcome.locale() != null) {
        replies.speak(welcome.locale());
      }
      downlink.connection().welcomeAgain(welcome.nonce());
    } else if (effect instanceof Effect.End end) {
      end(end.reason());
    }
  }

  private void open(StartRequest wanted) {
    idle.end();
    request = wanted;
    environment.listener().starting(downlink.connection().id());
    streaming = true;
    trust.restart();
    try {
      Optional<ErrorCode> refusal = admission.get();
      if (refusal.isPresent()) {
        perform(machine.failed(Problem.of(refusal.get()), EndReason.REFUSED));
        return;
      }
      if (!identity.admits(wanted)) {
        perform(machine.failed(Problem.of(ErrorCode.NOT_AUTHENTICATED), EndReason.REFUSED));
        return;
      }
      replies.beginResults();
      boolean takesAudio = calls.open(wanted);
      Message.STREAM_STARTED.log(downlink.connection().id(), wanted);
      environment.listener().ready(downlink.connection().id());
      perform(machine.opened(takesAudio));
    } catch (Throwable e) {
      handlerFailed("open", e);
    }
  }

  /** Whether a stream is open, or is being opened. */
  boolean isStreaming() {
    return streaming;
  }

  /** Whether audio may be delivered on the container's thread. */
  Trust trust() {
    return trust;
  }

  /** The client is away. */
  void detached() {
    told("detached", calls::detached);
  }

  /** The client is back. */
  void resumed() {
    told("resumed", calls::resumed);
  }

  private void told(String call, Runnable telling) {
    try {
      telling.run();
    } catch (Throwable e) {
      handlerFailed(call, e);
    }
  }

  /** Gives audio to the stream. */
  void deliver(ByteBuffer data) {
    try {
      long begun = environment.scheduler().nanoTime();
      calls.audio(data);
      trust.called(environment.scheduler().nanoTime() - begun);
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
                      .perform(() -> turns.run(() -> finished(stream, summary, failure))));
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
    Message.STREAM_STOPPED.log(downlink.connection().id(), audioBytes);
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
      Message.HANDLER_FAILED.log(cause, downlink.connection().id(), call);
      perform(machine.failed(Problem.of(ErrorCode.HANDLER_FAILED), EndReason.FAILED));
    }
  }

  private void end(EndReason reason) {
    idle.end();
    downlink.end();
    environment
        .listener()
        .ended(
            new SessionEnded(
                id,
                downlink.connection().id(),
                reason,
                machine.streams(),
                machine.audioBytes(),
                Duration.ofNanos(environment.scheduler().nanoTime() - started)));
    whenOver.run();
  }

  /** The channel itself has failed. */
  void broken(Throwable cause) {
    Message.TASK_FAILED.log(cause);
    turns.run(() -> perform(machine.failed(Problem.of(ErrorCode.INTERNAL), EndReason.FAILED)));
  }

  private void failLater(Throwable cause) {
    environment.scheduler().perform(() -> turns.run(() -> handlerFailed("session", cause)));
  }
}

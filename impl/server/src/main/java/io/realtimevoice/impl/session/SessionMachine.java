package io.realtimevoice.impl.session;

import io.realtimevoice.EndReason;
import io.realtimevoice.StartRequest;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.impl.session.Effect.Close;
import io.realtimevoice.impl.session.Effect.End;
import io.realtimevoice.impl.session.Effect.Feed;
import io.realtimevoice.impl.session.Effect.Finish;
import io.realtimevoice.impl.session.Effect.Open;
import io.realtimevoice.impl.session.Effect.Ready;
import io.realtimevoice.impl.session.Effect.Release;
import io.realtimevoice.impl.session.Effect.Report;
import io.realtimevoice.impl.session.Effect.Stopped;
import io.realtimevoice.impl.session.Effect.Welcome;
import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.CloseCode;
import io.realtimevoice.protocol.ErrorCode;
import io.realtimevoice.protocol.Protocol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one session: what comes in goes out as effects, in the order in which they are to be
 * carried out. Pure: no thread, no clock, no connection. Used by one thread at a time.
 */
final class SessionMachine {

  private enum State {
    IDLE,
    OPENING,
    STREAMING,
    FINISHING,
    OVER
  }

  private static final List<Effect> NOTHING = List.of();

  private final int maxErrors;
  private State state = State.IDLE;
  private @Nullable StartRequest request;
  private int frameBytes = 1;
  private boolean acceptsAudio;
  private boolean strayAudioTold;

  /** Whether the last stream has ended before its client said so. */
  private boolean finishedUnasked;

  private int errors;
  private int streams;
  private long streamBytes;
  private long totalBytes;

  /**
   * A session without a stream.
   *
   * @param maxErrors how many wrong messages in a row are answered before the close
   */
  SessionMachine(int maxErrors) {
    this.maxErrors = maxErrors;
  }

  int streams() {
    return streams;
  }

  long audioBytes() {
    return totalBytes;
  }

  boolean idle() {
    return state == State.IDLE;
  }

  boolean over() {
    return state == State.OVER;
  }

  /** A text message has come. */
  List<Effect> received(ClientMessage message) {
    if (state == State.OVER) {
      return NOTHING;
    }
    if (message instanceof ClientMessage.Hello hello) {
      return hello(hello);
    } else if (message instanceof ClientMessage.Start start) {
      return start(start.request());
    } else if (message instanceof ClientMessage.Audio audio) {
      return audio(audio);
    } else if (message instanceof ClientMessage.Stop) {
      return stop();
    }
    return NOTHING;
  }

  /** A message has come that could not be understood, or not be accepted. */
  List<Effect> wrong(Problem problem) {
    if (state == State.OVER) {
      return NOTHING;
    }
    if (problem.code().fatal()) {
      return fatal(problem, EndReason.REFUSED);
    }
    errors++;
    if (errors >= maxErrors) {
      return with(
          new Report(problem), fatal(Problem.of(ErrorCode.TOO_MANY_ERRORS), EndReason.REFUSED));
    }
    return List.of(new Report(problem));
  }

  /** Whether audio of a size may go straight to the stream; it is counted then. */
  boolean takes(int bytes) {
    if (state != State.STREAMING || !acceptsAudio || bytes % frameBytes != 0) {
      return false;
    }
    errors = 0;
    streamBytes += bytes;
    totalBytes += bytes;
    return true;
  }

  /** Audio has come that {@link #takes} did not let pass. */
  List<Effect> refusedAudio() {
    return switch (state) {
      case STREAMING ->
          acceptsAudio
              ? wrong(new Problem(ErrorCode.BAD_AUDIO, frameBytes + " n bytes"))
              : strayAudio(ErrorCode.AUDIO_NOT_WANTED);
      // The recorder of a client may well deliver its last piece behind the stop.
      case FINISHING, OVER -> NOTHING;
      case IDLE, OPENING -> strayAudio(ErrorCode.AUDIO_WITHOUT_START);
    };
  }

  /** The stream shall finish, though the client has not said so. */
  List<Effect> finish() {
    if (state != State.STREAMING) {
      return NOTHING;
    }
    List<Effect> effects = stop();
    finishedUnasked = true;
    return effects;
  }

  /** The stream was opened. */
  List<Effect> opened(boolean takesAudio) {
    state = State.STREAMING;
    acceptsAudio = takesAudio;
    strayAudioTold = false;
    streams++;
    return List.of(new Ready());
  }

  /** The stream has finished. */
  List<Effect> finished(StreamSummary summary) {
    if (state != State.FINISHING) {
      return NOTHING;
    }
    long bytes = streamBytes;
    idleAgain();
    // Whoever still speaks could not know.
    strayAudioTold = finishedUnasked;
    return List.of(new Stopped(summary, bytes), new Release(EndReason.COMPLETED));
  }

  /** The application refuses the stream, or to go on with it; the connection stays. */
  List<Effect> refused(Problem problem) {
    if (state == State.IDLE || state == State.OVER) {
      return NOTHING;
    }
    idleAgain();
    // What audio is still on its way needs no error of its own.
    strayAudioTold = true;
    return List.of(new Report(problem), new Release(EndReason.REFUSED));
  }

  /** The application, the client or time has made it impossible to go on. */
  List<Effect> failed(Problem problem, EndReason reason) {
    return state == State.OVER ? NOTHING : fatal(problem, reason);
  }

  /** The connection has ended. */
  List<Effect> disconnected(EndReason reason) {
    return state == State.OVER ? NOTHING : over(reason);
  }

  private List<Effect> hello(ClientMessage.Hello hello) {
    if (hello.version() != Protocol.VERSION) {
      return fatal(
          new Problem(ErrorCode.UNSUPPORTED_VERSION, Integer.toString(hello.version())),
          EndReason.REFUSED);
    }
    errors = 0;
    return List.of(new Welcome(hello.locale(), hello.nonce()));
  }

  private List<Effect> start(StartRequest wanted) {
    if (state == State.IDLE) {
      errors = 0;
      state = State.OPENING;
      finishedUnasked = false;
      request = wanted;
      streamBytes = 0;
      frameBytes = wanted.format().frameBytes();
      return List.of(new Open(wanted));
    }
    if (state == State.STREAMING && wanted.equals(request)) {
      return List.of(new Ready());
    }
    return wrong(Problem.of(ErrorCode.ALREADY_STARTED));
  }

  private List<Effect> audio(ClientMessage.Audio audio) {
    List<Effect> effects = new ArrayList<>(2);
    int bytes = audio.data().remaining();
    if (bytes > 0) {
      if (takes(bytes)) {
        effects.add(new Feed(audio.data()));
      } else {
        effects.addAll(refusedAudio());
      }
    }
    if (audio.isEnd() && state == State.STREAMING) {
      effects.addAll(stop());
    }
    return effects;
  }

  private List<Effect> stop() {
    return switch (state) {
      case STREAMING -> {
        errors = 0;
        state = State.FINISHING;
        yield List.of(new Finish());
      }
      case FINISHING -> NOTHING;
      case IDLE, OPENING, OVER -> {
        boolean late = finishedUnasked;
        finishedUnasked = false;
        yield late ? NOTHING : wrong(Problem.of(ErrorCode.NOT_STARTED));
      }
    };
  }

  private List<Effect> strayAudio(ErrorCode code) {
    if (strayAudioTold) {
      return NOTHING;
    }
    strayAudioTold = true;
    return List.of(new Report(Problem.of(code)));
  }

  private List<Effect> fatal(Problem problem, EndReason reason) {
    CloseCode code = problem.code().close().orElseThrow();
    List<Effect> effects = new ArrayList<>();
    effects.add(new Report(problem));
    effects.add(new Close(code));
    effects.addAll(over(reason));
    return effects;
  }

  private List<Effect> over(EndReason reason) {
    boolean streaming = state != State.IDLE;
    EndReason told = streaming && reason == EndReason.COMPLETED ? EndReason.ABANDONED : reason;
    state = State.OVER;
    return streaming ? List.of(new Release(told), new End(told)) : List.of(new End(told));
  }

  private void idleAgain() {
    state = State.IDLE;
    request = null;
    strayAudioTold = false;
  }

  private static List<Effect> with(Effect first, List<Effect> rest) {
    List<Effect> effects = new ArrayList<>();
    effects.add(first);
    effects.addAll(rest);
    return effects;
  }
}

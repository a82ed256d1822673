package io.realtimevoice.impl.session;

import io.realtimevoice.EndReason;
import io.realtimevoice.StartRequest;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.VoiceHandler;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.VoiceStream;
import io.realtimevoice.impl.connection.Scheduler;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.spi.Handshake;
import io.realtimevoice.spi.VoiceAuthenticator;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one session to the application's beans and to the stream that they opened: one at a
 * time, each of them timed. What they throw goes to the caller.
 */
final class StreamCalls {

  private final VoiceSession session;
  private final VoiceHandler handler;
  private final Patience patience;
  private @Nullable VoiceStream stream;

  StreamCalls(VoiceSession session, VoiceHandler handler, Scheduler scheduler, Duration timeout) {
    this.session = session;
    this.handler = handler;
    this.patience = new Patience(scheduler, timeout);
  }

  Patience patience() {
    return patience;
  }

  /** Who the client of a handshake is; empty if it is to be refused. */
  Optional<Principal> authenticate(
      VoiceAuthenticator authenticator, StartRequest request, Handshake handshake) {
    return Objects.requireNonNull(
        timed(() -> authenticator.authenticate(request, handshake)),
        "VoiceAuthenticator.authenticate returned null");
  }

  /** Opens a stream; true if it takes audio. */
  boolean open(StartRequest request) {
    patience.begin();
    try {
      VoiceStream opened =
          Objects.requireNonNull(handler.open(session, request), "VoiceHandler.open returned null");
      stream = opened;
      return opened.acceptsAudio();
    } finally {
      patience.end();
    }
  }

  /** Whether there is a stream. */
  boolean open() {
    return stream != null;
  }

  void audio(ByteBuffer data) {
    patience.begin();
    try {
      current().audio(data);
    } finally {
      patience.end();
    }
  }

  /** The client is away. */
  void detached() {
    if (stream != null) {
      timed(told(stream::detached));
    }
  }

  /** The client is back. */
  void resumed() {
    if (stream != null) {
      timed(told(stream::resumed));
    }
  }

  /** Asks the stream to finish, which may take until {@link #finished}. */
  CompletionStage<StreamSummary> finish() {
    patience.begin();
    return Objects.requireNonNull(current().end(), "VoiceStream.end returned null");
  }

  void finished() {
    patience.end();
  }

  /** Closes the stream, if there is one. */
  void close(EndReason reason) {
    VoiceStream closing = stream;
    stream = null;
    patience.end();
    if (closing != null) {
      patience.begin();
      try {
        closing.close(reason);
      } catch (Throwable e) {
        Message.CLOSE_FAILED.log(e, session.connectionId());
      } finally {
        patience.end();
      }
    }
  }

  /** A call while the stream may be finishing, whose time goes on. */
  private <T> T timed(Supplier<T> call) {
    if (patience.isRunning()) {
      return call.get();
    }
    patience.begin();
    try {
      return call.get();
    } finally {
      patience.end();
    }
  }

  private static Supplier<Boolean> told(Runnable call) {
    return () -> {
      call.run();
      return true;
    };
  }

  private VoiceStream current() {
    return Objects.requireNonNull(stream, "no stream");
  }
}

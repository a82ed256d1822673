package io.realtimevoice.client;

import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.ErrorCode;
import io.realtimevoice.protocol.ServerMessage;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The streams of a client, one after the other. */
final class Conversation {

  private final Teller teller;
  private final Supplier<VoiceStream> streams;
  private @Nullable CompletableFuture<VoiceStream> starting;
  private @Nullable VoiceStream stream;

  Conversation(Teller teller, Supplier<VoiceStream> streams) {
    this.teller = teller;
    this.streams = streams;
  }

  /** Whether the request may go out. */
  boolean start(CompletableFuture<VoiceStream> result) {
    if (starting != null || stream != null) {
      fail(result, Verdict.ALREADY_STARTED, "a stream is not stopped yet", null);
      return false;
    }
    starting = result;
    return true;
  }

  /** Whether a stream is open, or being opened. */
  boolean isBusy() {
    return starting != null || stream != null;
  }

  boolean has(VoiceStream other) {
    return stream == other;
  }

  void ready() {
    CompletableFuture<VoiceStream> result = starting;
    if (result != null) {
      starting = null;
      VoiceStream started = streams.get();
      stream = started;
      teller.note(TimelineEvent.STARTED);
      result.complete(started);
    }
  }

  void stopped(ServerMessage.Stopped summary) {
    VoiceStream ended = stream;
    stream = null;
    if (ended != null) {
      ended.stopped(summary);
    }
  }

  /** An error of the server: the end of what it refuses. */
  void refused(ServerError error) {
    CompletableFuture<VoiceStream> result = starting;
    VoiceStream running = stream;
    if (ErrorCode.TOO_FAST.name().equals(error.code())) {
      return;
    }
    if (result != null) {
      starting = null;
      fail(result, Verdict.STREAM_REFUSED, error.message(), error.code());
    } else if (running != null && ErrorCode.STREAM_REFUSED.name().equals(error.code())) {
      stream = null;
      running.failed(problem(Verdict.STREAM_REFUSED, error.message(), error.code()));
    }
  }

  /** The connection has ended. */
  void lost(VoiceException why) {
    CompletableFuture<VoiceStream> result = starting;
    starting = null;
    if (result != null) {
      result.completeExceptionally(why);
    }
    VoiceStream running = stream;
    stream = null;
    if (running != null) {
      running.failed(why);
    }
  }

  private void fail(
      CompletableFuture<?> result, Verdict verdict, String detail, @Nullable String serverCode) {
    result.completeExceptionally(problem(verdict, detail, serverCode));
  }

  private VoiceException problem(Verdict verdict, String detail, @Nullable String serverCode) {
    return new VoiceException(teller.problem(verdict, detail, serverCode));
  }
}

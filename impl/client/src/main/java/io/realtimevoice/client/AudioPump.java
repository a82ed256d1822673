package io.realtimevoice.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Reads audio and sends it, a piece at a time. */
final class AudioPump {

  private final VoiceStream stream;
  private final InputStream audio;
  private final Pace pace;
  private final Clock clock;
  private final Executor blocking;
  private final CompletableFuture<Long> done = new CompletableFuture<>();
  private final long begun;
  private long sent;

  AudioPump(VoiceStream stream, InputStream audio, Pace pace, Clock clock, Executor blocking) {
    this.stream = stream;
    this.audio = audio;
    this.pace = pace;
    this.clock = clock;
    this.blocking = blocking;
    this.begun = clock.millis();
  }

  CompletableFuture<Long> begin() {
    stream.ended().whenComplete((summary, failure) -> done.completeExceptionally(stream.whyNot()));
    next();
    return done;
  }

  private void next() {
    long inMs = begun + pace.dueMs(sent) - clock.millis();
    if (inMs > 0) {
      clock.after(inMs, this::read);
    } else {
      read();
    }
  }

  private void read() {
    if (done.isDone()) {
      return;
    }
    try {
      blocking.execute(this::readAndSend);
    } catch (RejectedExecutionException e) {
      done.completeExceptionally(e);
    }
  }

  private void readAndSend() {
    try {
      byte[] piece = audio.readNBytes(pace.chunkBytes());
      if (done.isDone()) {
        return;
      }
      if (piece.length == 0) {
        done.complete(sent);
      } else {
        stream
            .send(ByteBuffer.wrap(piece))
            .whenComplete((nothing, failure) -> sent(piece.length, failure));
      }
    } catch (IOException | RuntimeException e) {
      done.completeExceptionally(e);
    }
  }

  private void sent(int bytes, @Nullable Throwable failure) {
    if (failure == null) {
      sent += bytes;
      next();
    } else {
      done.completeExceptionally(
          failure instanceof CompletionException wrapped && wrapped.getCause() != null
              ? wrapped.getCause()
              : failure);
    }
  }
}

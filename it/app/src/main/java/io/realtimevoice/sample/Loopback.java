package io.realtimevoice.sample;

import io.realtimevoice.StreamSummary;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.VoiceStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Plays the audio back to the client, message by message. */
final class Loopback implements VoiceStream {

  private final VoiceSession session;

  Loopback(VoiceSession session) {
    this.session = session;
  }

  @Override
  public void audio(ByteBuffer audio) {
    session.play(ByteBuffer.allocate(audio.remaining()).put(audio).flip());
  }

  @Override
  public CompletionStage<StreamSummary> end() {
    return CompletableFuture.completedFuture(StreamSummary.of(""));
  }
}

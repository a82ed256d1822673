package io.realtimevoice.bench.server;

import io.realtimevoice.EndReason;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.VoiceStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Plays as an engine does that speaks faster than one listens, to each new connection: first a
 * prompt that all sessions share, until the kernel takes no more of it; then an answer of the
 * session's own that fills the outbox; from then on as fast as it sounds.
 *
 * <p>The prompt is there because a socket of the loopback interface takes some 2.6 MB (Linux)
 * before a client that does not read is noticed at all.
 */
final class EndlessPlay implements VoiceStream {

  /** As in {@code realtime-voice.outbox-audio-bytes}, so that the outbox is full. */
  private static final int ANSWER_BYTES = 1 << 20;

  private static final int FRAME_BYTES = 640;
  private static final long FRAME_MILLIS = 20;

  private static final ByteBuffer PROMPT = ByteBuffer.allocate(1 << 16).asReadOnlyBuffer();
  private static final int PROMPT_FRAMES = 48;
  private static final int PROMPTS_A_FRAME = 2;

  private static final ScheduledExecutorService TIMERS =
      Executors.newScheduledThreadPool(
          2,
          task -> {
            Thread thread = new Thread(task, "endless-play");
            thread.setDaemon(true);
            return thread;
          });

  private final VoiceSession session;
  private final ScheduledFuture<?> playing;
  private int prompted;
  private boolean answered;

  EndlessPlay(VoiceSession session) {
    this.session = session;
    this.playing =
        TIMERS.scheduleAtFixedRate(this::play, FRAME_MILLIS, FRAME_MILLIS, TimeUnit.MILLISECONDS);
  }

  private synchronized void play() {
    if (prompted < PROMPT_FRAMES) {
      for (int i = 0; i < PROMPTS_A_FRAME; i++) {
        session.play(PROMPT.duplicate());
      }
      prompted += PROMPTS_A_FRAME;
    } else if (!answered) {
      answered = true;
      for (int bytes = 0; bytes < ANSWER_BYTES; bytes += FRAME_BYTES) {
        session.play(ByteBuffer.allocate(FRAME_BYTES));
      }
    } else {
      session.play(ByteBuffer.allocate(FRAME_BYTES));
    }
  }

  @Override
  public void audio(ByteBuffer audio) {
    // It does not listen.
  }

  @Override
  public synchronized void resumed() {
    prompted = 0;
    answered = false;
  }

  @Override
  public CompletionStage<StreamSummary> end() {
    return CompletableFuture.completedFuture(StreamSummary.of(""));
  }

  @Override
  public void close(EndReason reason) {
    playing.cancel(false);
  }
}

package io.realtimevoice.client;

import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.ServerMessage;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Audio on its way to the server, from {@link VoiceClient#start} to {@link #stop()}.
 *
 * <p>All methods may be called from any thread, and none waits. Stages complete on the client's
 * executor, in order with the calls of its {@link VoiceListener}, and what is said there of waiting
 * holds for what depends on a stage, too. A stage that fails does so with a {@link VoiceException}.
 */
public final class VoiceStream {

  /** What a stream needs of its client. All but the executors are called in the client's turn. */
  interface Host {
    /**
     * Sends audio.
     *
     * @param sent complete when it was handed to the network, and there is room for more
     * @param gone called when it is kept no longer
     */
    void sendAudio(
        VoiceStream stream, ByteBuffer audio, CompletableFuture<Void> sent, Runnable gone);

    void sendStop(VoiceStream stream);

    void leftOut(Uplink uplink, int bytes);

    void passesAgain(Uplink uplink);

    VoiceException failure(Verdict verdict, String detail);

    Executor turns();

    Executor blocking();

    Clock clock();
  }

  private final Host host;
  private final Uplink uplink;
  private final int maxBytes;
  private final CompletableFuture<ServerMessage.Stopped> ended = new CompletableFuture<>();
  private volatile boolean open = true;
  private volatile @Nullable VoiceException lost;

  /** One that takes audio, in messages of some bytes at most. */
  VoiceStream(Host host, Uplink uplink, int maxBytes) {
    this.host = host;
    this.uplink = uplink;
    this.maxBytes = maxBytes;
  }

  /**
   * Whether it takes audio.
   *
   * @return false from {@link #stop()} or the end on
   */
  public boolean isOpen() {
    return open;
  }

  /**
   * Sends audio in the format of {@code start}.
   *
   * <p>Messages leave in the order of the calls, one at a time, and are kept until the server has
   * acknowledged them: a lost connection costs a pause and no audio. Who waits for each stage
   * before the next call never has too much in memory. Who does not, loses the newest audio once
   * more than the client's {@code maxQueuedAudio} bytes are kept: the stage fails at once with
   * {@code UPLINK_TOO_SLOW}, and the listener is told once for each gap.
   *
   * @param audio from position to limit; copied
   * @return complete when the audio was handed to the network and there is room for more, which may
   *     be after a lost connection was replaced; fails with {@code NOT_STARTED} after {@link
   *     #stop()}, {@code TOO_BIG} for more bytes than the server takes in a message, {@code
   *     UPLINK_TOO_SLOW}, or why the session was lost
   */
  public CompletionStage<Void> send(ByteBuffer audio) {
    int bytes = audio.remaining();
    CompletableFuture<Void> sent = new CompletableFuture<>();
    if (!open) {
      sent.completeExceptionally(whyNot());
    } else if (bytes > maxBytes) {
      fail(sent, Verdict.TOO_BIG, bytes + " bytes; the server takes " + maxBytes + " at once");
    } else if (uplink.admit(bytes)) {
      ByteBuffer data = ByteBuffer.allocate(bytes).put(audio.duplicate()).flip();
      host.turns().execute(() -> pass(data, bytes, sent));
    } else {
      fail(sent, Verdict.UPLINK_TOO_SLOW, uplink.queuedBytes() + " bytes wait");
      host.turns().execute(() -> host.leftOut(uplink, bytes));
    }
    return sent.minimalCompletionStage();
  }

  /**
   * Sends audio as it is read, each piece when the one before has left.
   *
   * <p>Reading may wait, so it is done on a thread of its own, or on the executor for what waits
   * that the client was given. At the end of the stream the stage fails at once; a reading that
   * still waits then keeps its thread until the source has more, or is closed by whoever opened it.
   *
   * @param audio read to its end, or to the end of the stream; not closed
   * @param pace how fast, and in what pieces
   * @return complete, with the number of bytes sent, when all was; fails as {@link
   *     #send(ByteBuffer)}, or with the {@code IOException} of the reading
   */
  public CompletionStage<Long> send(InputStream audio, Pace pace) {
    Objects.requireNonNull(audio, "audio");
    AudioPump pump = new AudioPump(this, audio, pace, host.clock(), host.blocking());
    return pump.begin().minimalCompletionStage();
  }

  /**
   * Says that no more audio comes. May be called more than once.
   *
   * @return {@link #ended()}
   */
  public CompletionStage<ServerMessage.Stopped> stop() {
    boolean first = open;
    open = false;
    if (first) {
      host.turns().execute(() -> host.sendStop(this));
    }
    return ended();
  }

  /**
   * The end, whoever brings it about.
   *
   * @return complete, with what the stream came to, when the server has stopped it; fails when the
   *     session is lost before that
   */
  public CompletionStage<ServerMessage.Stopped> ended() {
    return ended.minimalCompletionStage();
  }

  /** In the client's turn: the server has stopped it. */
  void stopped(ServerMessage.Stopped summary) {
    open = false;
    ended.complete(summary);
  }

  /** In the client's turn: it cannot go on. */
  void failed(VoiceException why) {
    lost = why;
    open = false;
    ended.completeExceptionally(why);
  }

  /** Why it takes no audio. */
  VoiceException whyNot() {
    VoiceException why = lost;
    return why == null
        ? host.failure(Verdict.NOT_STARTED, "the stream takes no audio any more")
        : why;
  }

  private void pass(ByteBuffer data, int bytes, CompletableFuture<Void> sent) {
    if (uplink.gapEnds()) {
      host.passesAgain(uplink);
    }
    host.sendAudio(this, data, sent, () -> uplink.left(bytes));
  }

  private void fail(CompletableFuture<?> stage, Verdict verdict, String detail) {
    stage.completeExceptionally(host.failure(verdict, detail));
  }
}

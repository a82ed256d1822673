package io.realtimevoice.impl.session;

import io.realtimevoice.impl.connection.Liveness;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/**
 * Waits for streams to finish: by themselves until a deadline, then because they are asked to, for
 * a while. Looks now and then, on a managed thread.
 */
final class Drain implements Liveness.Watched {

  private static final long GRACE = Duration.ofSeconds(2).toNanos();

  private final long limit;
  private final long begun;
  private final BooleanSupplier streaming;
  private final Runnable finish;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private boolean asked;

  /**
   * Begins to wait.
   *
   * @param limit until streams are asked to finish
   * @param nanoTime now
   * @param streaming whether there are any
   * @param finish asks them
   */
  Drain(Duration limit, long nanoTime, BooleanSupplier streaming, Runnable finish) {
    this.limit = limit.toNanos();
    this.begun = nanoTime;
    this.streaming = streaming;
    this.finish = finish;
    check(nanoTime);
  }

  /** Complete when no stream is left, or none is waited for any more. */
  CompletionStage<Void> done() {
    return done;
  }

  @Override
  public void check(long nanoTime) {
    long waited = nanoTime - begun;
    if (!streaming.getAsBoolean() || waited > limit + GRACE) {
      done.complete(null);
    } else if (!asked && waited > limit) {
      asked = true;
      finish.run();
    }
  }
}

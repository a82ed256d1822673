package io.realtimevoice.client.websocket;

import static java.lang.System.Logger.Level.DEBUG;

import io.realtimevoice.client.transport.Socket;
import io.realtimevoice.client.transport.SocketListener;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One connection: the endpoint that the container calls, and what may be done with it. */
final class JakartaSocket extends Endpoint implements Socket {

  private static final System.Logger LOGGER = System.getLogger("io.realtimevoice.client");

  /** Longer than any message of the server; audio comes in pieces of some kilobytes. */
  static final int MAX_MESSAGE = 1024 * 1024;

  private final SocketListener listener;
  private final Failure.Reader failures;
  private final Executor waiting;
  private final Object state = new Object();
  private @Nullable FutureTask<?> opening;
  private @Nullable Session session;
  private boolean closed;

  JakartaSocket(SocketListener listener, Failure.Reader failures, Executor waiting) {
    this.listener = listener;
    this.failures = failures;
    this.waiting = waiting;
  }

  /**
   * Begins a handshake, which waits on one of the threads for that.
   *
   * @param limitMs how long; Tyrus 2.1.5 waits without end for the answer to a TLS hello
   */
  void open(Callable<?> handshake, long limitMs) {
    FutureTask<?> task = new FutureTask<>(() -> shakeHands(handshake, limitMs), null);
    synchronized (state) {
      opening = task;
    }
    try {
      waiting.execute(task);
    } catch (RejectedExecutionException e) {
      fail(e);
    }
  }

  @Override
  public void onOpen(Session opened, EndpointConfig config) {
    synchronized (state) {
      session = opened;
    }
    if (isClosed()) {
      closeNow(opened, new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
      return;
    }
    opened.setMaxTextMessageBufferSize(MAX_MESSAGE);
    opened.setMaxBinaryMessageBufferSize(MAX_MESSAGE);
    opened.addMessageHandler(String.class, listener::onText);
    opened.addMessageHandler(ByteBuffer.class, data -> listener.onBinary(copy(data)));
    listener.onOpen();
  }

  @Override
  public void onClose(Session ended, CloseReason reason) {
    listener.onClose(
        reason.getCloseCode().getCode(), Objects.requireNonNullElse(reason.getReasonPhrase(), ""));
  }

  @Override
  public void onError(Session troubled, Throwable error) {
    LOGGER.log(DEBUG, "the container reports", error);
  }

  @Override
  public void send(String text, Completion completion) {
    send(completion, (to, handler) -> to.getAsyncRemote().sendText(text, handler));
  }

  @Override
  public void send(ByteBuffer data, Completion completion) {
    send(completion, (to, handler) -> to.getAsyncRemote().sendBinary(data, handler));
  }

  @Override
  public CompletionStage<Void> close(int code, String reason) {
    Session current;
    FutureTask<?> task;
    synchronized (state) {
      closed = true;
      current = session;
      task = opening;
    }
    if (current != null) {
      return close(current, new CloseReason(CloseReason.CloseCodes.getCloseCode(code), reason));
    }
    if (task != null) {
      task.cancel(true);
    }
    return CompletableFuture.completedStage(null);
  }

  private void shakeHands(Callable<?> handshake, long limitMs) {
    listener.onBegin();
    Handshake waited = new Handshake(Thread.currentThread());
    CompletableFuture.delayedExecutor(limitMs, TimeUnit.MILLISECONDS, Runnable::run)
        .execute(waited::interrupt);
    try {
      handshake.call();
      waited.end();
    } catch (Exception | LinkageError e) {
      fail(waited.end() ? new TimeoutException() : e);
    }
  }

  /** A thread that waits for one. */
  private static final class Handshake {
    private final Thread thread;
    private boolean over;
    private boolean interrupted;

    Handshake(Thread thread) {
      this.thread = thread;
    }

    synchronized void interrupt() {
      if (!over) {
        interrupted = true;
        thread.interrupt();
      }
    }

    /** Whether it was interrupted; it no longer will be. */
    synchronized boolean end() {
      over = true;
      if (interrupted) {
        Thread.interrupted();
      }
      return interrupted;
    }
  }

  private void fail(Throwable thrown) {
    if (!isClosed()) {
      LOGGER.log(DEBUG, "no connection", thrown);
      Failure failure = failures.read(thrown);
      listener.onFailure(failure.finding(), failure.retryAfterMs());
    }
  }

  private boolean isClosed() {
    synchronized (state) {
      return closed;
    }
  }

  /** A close may wait, on some containers for seconds. */
  private CompletionStage<Void> close(Session open, CloseReason reason) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Runnable closing =
        () -> {
          closeNow(open, reason);
          done.complete(null);
        };
    try {
      waiting.execute(closing);
    } catch (RejectedExecutionException e) {
      closing.run();
    }
    return done;
  }

  private static void closeNow(Session open, CloseReason reason) {
    try {
      open.close(reason);
    } catch (IOException | RuntimeException e) {
      LOGGER.log(DEBUG, "closing", e);
    }
  }

  private interface Sending {
    void send(Session session, SendHandler handler);
  }

  private void send(Completion completion, Sending sending) {
    Session open;
    synchronized (state) {
      open = session;
    }
    if (open == null) {
      completion.done(new IllegalStateException("not open"));
      return;
    }
    try {
      sending.send(
          open, result -> completion.done(result.isOK() ? null : known(result.getException())));
    } catch (RuntimeException e) {
      completion.done(e);
    }
  }

  private static Throwable known(@Nullable Throwable failure) {
    return failure == null ? new IOException("the container does not say why") : failure;
  }

  /** Containers may use theirs again. */
  private static ByteBuffer copy(ByteBuffer data) {
    ByteBuffer copy = ByteBuffer.allocate(data.remaining()).put(data);
    return copy.flip();
  }
}

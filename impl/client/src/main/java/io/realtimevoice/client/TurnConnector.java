package io.realtimevoice.client;

import io.realtimevoice.client.transport.Connector;
import io.realtimevoice.client.transport.Socket;
import io.realtimevoice.client.transport.SocketListener;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.protocol.CloseCode;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a transport tells on its threads into the client's turn. What waits there is bounded:
 * a listener that is too slow for the server loses the connection, and not the memory.
 */
final class TurnConnector implements Connector {

  private static final long MAX_WAITING = 8L * 1024 * 1024;

  /** About what a queued message costs beside its content. */
  private static final long OVERHEAD = 256;

  private final Connector connector;
  private final Executor turns;

  TurnConnector(Connector connector, Executor turns) {
    this.connector = connector;
    this.turns = turns;
  }

  @Override
  public Socket connect(SocketListener listener) {
    TurnListener inTurn = new TurnListener(listener);
    Socket socket = connector.connect(inTurn);
    inTurn.socket = socket;
    return new TurnSocket(socket);
  }

  @Override
  public boolean sendsOrigin() {
    return connector.sendsOrigin();
  }

  private final class TurnListener implements SocketListener {
    private final SocketListener listener;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicBoolean tooSlow = new AtomicBoolean();
    private volatile @Nullable Socket socket;

    TurnListener(SocketListener listener) {
      this.listener = listener;
    }

    @Override
    public void onBegin() {
      turns.execute(listener::onBegin);
    }

    @Override
    public void onOpen() {
      turns.execute(listener::onOpen);
    }

    @Override
    public void onText(String text) {
      queue(text.length(), () -> listener.onText(text));
    }

    @Override
    public void onBinary(ByteBuffer data) {
      queue(data.remaining(), () -> listener.onBinary(data));
    }

    @Override
    public void onClose(int code, String reason) {
      turns.execute(() -> listener.onClose(code, reason));
    }

    @Override
    public void onFailure(Finding finding, long retryAfterMs) {
      turns.execute(() -> listener.onFailure(finding, retryAfterMs));
    }

    private void queue(long size, Runnable message) {
      long weight = size + OVERHEAD;
      if (waiting.addAndGet(weight) <= MAX_WAITING) {
        turns.execute(
            () -> {
              waiting.addAndGet(-weight);
              message.run();
            });
      } else if (!tooSlow.getAndSet(true)) {
        CloseCode code = CloseCode.TOO_SLOW;
        Socket flooded = socket;
        if (flooded != null) {
          flooded.close(code.code(), code.reason());
        }
        turns.execute(() -> listener.onClose(code.code(), code.reason()));
      }
    }
  }

  private final class TurnSocket implements Socket {
    private final Socket socket;

    TurnSocket(Socket socket) {
      this.socket = socket;
    }

    @Override
    public void send(String text, Completion completion) {
      socket.send(text, inTurn(completion));
    }

    @Override
    public void send(ByteBuffer data, Completion completion) {
      socket.send(data, inTurn(completion));
    }

    @Override
    public CompletionStage<Void> close(int code, String reason) {
      return socket.close(code, reason);
    }

    private Completion inTurn(Completion completion) {
      return failure -> turns.execute(() -> completion.done(failure));
    }
  }
}

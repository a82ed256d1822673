package io.realtimevoice.client;

import io.realtimevoice.client.transport.Connector;
import io.realtimevoice.client.transport.Socket;
import io.realtimevoice.client.transport.SocketListener;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.Liveness;
import io.realtimevoice.impl.connection.Transport;
import io.realtimevoice.impl.session.Client;
import io.realtimevoice.impl.session.Line;
import io.realtimevoice.impl.session.Sessions;
import io.realtimevoice.protocol.CloseCode;
import io.realtimevoice.spi.Handshake;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Paths between a client and a server that keep the order of messages, delay each, and break at any
 * moment: each side learns of it at its own time, or never, and what was on its way still arrives
 * at the server or does not.
 */
final class Network implements Connector {

  private final World world;
  private final Random random;
  private final double cutProbability;
  private final Sessions sessions;
  private final Liveness liveness;
  private final Function<Transport, Connection> connections;
  private final Client.Welcomes welcomes;
  private int paths;
  private int cuts;

  Network(
      World world,
      Random random,
      double cutProbability,
      Sessions sessions,
      Liveness liveness,
      Function<Transport, Connection> connections,
      Client.Welcomes welcomes) {
    this.world = world;
    this.random = random;
    this.cutProbability = cutProbability;
    this.sessions = sessions;
    this.liveness = liveness;
    this.connections = connections;
    this.welcomes = welcomes;
  }

  int cuts() {
    return cuts;
  }

  @Override
  public Socket connect(SocketListener listener) {
    listener.onBegin();
    Path path = new Path("c-" + ++paths, listener);
    path.down(path::open);
    return path;
  }

  private final class Path implements Socket, Transport {
    private final String id;
    private final SocketListener client;
    private Line line;
    private Connection server;
    private long lastUp;
    private long lastDown;
    private boolean cut;
    private boolean serverGone;

    Path(String id, SocketListener client) {
      this.id = id;
      this.client = client;
    }

    private void open() {
      server = connections.apply(this);
      liveness.watch(server);
      server.whenEnded(code -> liveness.forget(server));
      line =
          sessions.begin(
              server,
              new Client(new Handshake("/", Map.of(), Map.of(), null), Locale.ENGLISH, welcomes));
      server.welcome();
      client.onOpen();
    }

    /** To the client, in order. */
    private void down(Runnable arrival) {
      lastDown = Math.max(lastDown, world.millis() + random.nextInt(30));
      after(
          lastDown - world.millis(),
          () -> {
            if (!cut) {
              arrival.run();
              maybeCut();
            }
          });
    }

    /** To the server, in order; what is on its way may arrive although the path is cut. */
    private void up(Runnable arrival) {
      lastUp = Math.max(lastUp, world.millis() + random.nextInt(30));
      after(
          lastUp - world.millis(),
          () -> {
            if (!serverGone) {
              arrival.run();
              maybeCut();
            }
          });
    }

    private void maybeCut() {
      if (!cut && server != null && random.nextDouble() < cutProbability) {
        cut = true;
        cuts++;
        after(random.nextInt(50), () -> client.onClose(1006, ""));
        if (random.nextBoolean()) {
          after(random.nextInt(100), this::serverLearns);
        }
      }
    }

    private void serverLearns() {
      if (!serverGone) {
        serverGone = true;
        server.closed(1006);
      }
    }

    private void after(long ms, Runnable task) {
      Clock clock = world;
      clock.after(ms, task);
    }

    @Override
    public void send(String text, Socket.Completion completion) {
      up(() -> line.text(text));
      completion.done(null);
    }

    @Override
    public void send(ByteBuffer data, Socket.Completion completion) {
      ByteBuffer copy = ByteBuffer.allocate(data.remaining()).put(data.duplicate()).flip();
      up(() -> line.audio(copy));
      completion.done(null);
    }

    @Override
    public CompletionStage<Void> close(int code, String reason) {
      up(
          () -> {
            serverGone = true;
            server.closed(code);
          });
      return CompletableFuture.completedStage(null);
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public boolean isOpen() {
      return !serverGone;
    }

    @Override
    public void sendText(String text, Transport.Completion completion) {
      down(() -> client.onText(text));
      completion.completed(null);
    }

    @Override
    public void sendBinary(ByteBuffer data, Transport.Completion completion) {
      completion.completed(null);
    }

    @Override
    public void ping(ByteBuffer payload) {
      up(() -> server.pong(payload));
    }

    @Override
    public void close(CloseCode code) {
      serverGone = true;
      down(() -> client.onClose(code.code(), code.reason()));
    }
  }
}

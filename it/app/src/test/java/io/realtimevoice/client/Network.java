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
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Paths between a client and a server that keep the order of messages, delay each, and break at any
 * moment: each side learns of it at its own time, or never, and what was on its way is lost, or
 * arrives late.
 *
 * <p>TCP duplicates nothing within a connection, and loses nothing in the middle of one. But a
 * session has several: what was sent again on a new connection may be on its way on the old one,
 * too, and come after it. So everything on a path arrives at most once and without a gap while its
 * receiver takes it for alive; what arrives when the receiver has given it up may even come twice.
 */
final class Network implements Connector {

  /** Longer than both sides wait for a sign of life. */
  private static final int MOST_LATE = 25_000;

  private static final int MOST_DELAY = 30;

  private final World world;
  private final Random random;
  private final double cutProbability;
  private final Sessions sessions;
  private final Liveness liveness;
  private final Function<Transport, Connection> connections;
  private final Client.Welcomes welcomes;
  private int paths;
  private int cuts;
  private int strayUp;
  private int strayDown;

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

  /** How many messages came to the server on a path that it had given up, or that was replaced. */
  int strayUp() {
    return strayUp;
  }

  /** How many messages came to the client on such a path. */
  int strayDown() {
    return strayDown;
  }

  @Override
  public Socket connect(SocketListener listener) {
    listener.onBegin();
    Path path = new Path("c-" + ++paths, listener);
    path.begin();
    return path;
  }

  private void after(long ms, Runnable task) {
    Clock clock = world;
    clock.after(ms, task);
  }

  /** One direction of a path. */
  private final class Lane {
    private final BooleanSupplier givenUp;
    private final Runnable stray;
    private final Runnable arrived;
    private final Queue<Runnable> onTheWay = new ArrayDeque<>();
    private long last;
    private boolean broken;

    /**
     * An empty one.
     *
     * @param givenUp whether the receiver expects nothing any more
     * @param stray told of each message that comes all the same
     * @param arrived told of each other message
     */
    Lane(BooleanSupplier givenUp, Runnable stray, Runnable arrived) {
      this.givenUp = givenUp;
      this.stray = stray;
      this.arrived = arrived;
    }

    void send(Runnable message) {
      if (broken) {
        return;
      }
      onTheWay.add(message);
      last = Math.max(last, world.millis() + random.nextInt(MOST_DELAY));
      after(last - world.millis(), this::arriveUnlessHeld);
    }

    /** Nothing more gets in; what is on its way is lost, comes, or comes much later. */
    void cut() {
      broken = true;
      switch (random.nextInt(3)) {
        case 0 -> onTheWay.clear();
        case 1 -> {}
        default -> hold(1 + random.nextInt(random.nextBoolean() ? 500 : MOST_LATE));
      }
    }

    private void hold(int ms) {
      Queue<Runnable> late = new ArrayDeque<>(onTheWay);
      onTheWay.clear();
      after(
          ms,
          () -> {
            onTheWay.addAll(late);
            late.forEach(message -> arrive());
          });
    }

    private void arriveUnlessHeld() {
      if (!onTheWay.isEmpty()) {
        arrive();
      }
    }

    private void arrive() {
      Runnable message = onTheWay.remove();
      if (givenUp.getAsBoolean()) {
        stray.run();
        message.run();
        if (random.nextBoolean()) {
          stray.run();
          message.run();
        }
      } else {
        message.run();
        arrived.run();
      }
    }
  }

  private final class Path implements Socket, Transport {
    private final String id;
    private final SocketListener client;
    private final Lane up = new Lane(this::serverGaveUp, () -> strayUp++, this::maybeCut);
    private final Lane down = new Lane(this::clientGaveUp, () -> strayDown++, this::maybeCut);
    private Line line;
    private Connection server;
    private boolean cut;
    private boolean clientGone;
    private boolean serverGone;

    Path(String id, SocketListener client) {
      this.id = id;
      this.client = client;
    }

    private void begin() {
      down.send(this::open);
    }

    private boolean serverGaveUp() {
      return serverGone;
    }

    private boolean clientGaveUp() {
      return clientGone;
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

    private void maybeCut() {
      if (!cut && server != null && random.nextDouble() < cutProbability) {
        cut = true;
        cuts++;
        up.cut();
        down.cut();
        // Some platforms never know; the client's heartbeat does.
        if (random.nextInt(4) > 0) {
          after(random.nextInt(50), this::clientLearns);
        }
        if (random.nextBoolean()) {
          after(random.nextInt(100), this::serverLearns);
        }
      }
    }

    private void clientLearns() {
      clientGone = true;
      client.onClose(1006, "");
    }

    private void serverLearns() {
      if (!serverGone) {
        serverGone = true;
        server.closed(1006);
      }
    }

    @Override
    public void send(String text, Socket.Completion completion) {
      up.send(() -> line.text(text));
      completion.done(null);
    }

    @Override
    public void send(ByteBuffer data, Socket.Completion completion) {
      ByteBuffer copy = ByteBuffer.allocate(data.remaining()).put(data.duplicate()).flip();
      up.send(() -> line.audio(copy.duplicate()));
      completion.done(null);
    }

    @Override
    public CompletionStage<Void> close(int code, String reason) {
      clientGone = true;
      up.send(
          () -> {
            if (!serverGone) {
              serverGone = true;
              server.closed(code);
            }
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
      down.send(() -> client.onText(text));
      completion.completed(null);
    }

    @Override
    public void sendBinary(ByteBuffer data, Transport.Completion completion) {
      completion.completed(null);
    }

    @Override
    public void ping(ByteBuffer payload) {
      up.send(() -> server.pong(payload.duplicate()));
    }

    @Override
    public void close(CloseCode code) {
      serverGone = true;
      down.send(() -> client.onClose(code.code(), code.reason()));
    }
  }
}

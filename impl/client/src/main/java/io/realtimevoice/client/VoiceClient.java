package io.realtimevoice.client;

import io.realtimevoice.client.execution.Turns;
import io.realtimevoice.client.transport.Connector;
import io.realtimevoice.client.transport.Inquiry;
import io.realtimevoice.protocol.ServerMessage;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A client of the realtime voice channel.
 *
 * <pre>{@code
 * try (VoiceClient client =
 *     VoiceClient.builder(URI.create("wss://example.com/app/realtime-voice/stream"))
 *         .listener(listener)
 *         .build()) {
 *   client
 *       .connect()
 *       .thenCompose(welcome -> client.start(StartFields.DEFAULT.engineType("16k_zh")))
 *       .thenCompose(
 *           stream -> stream.send(audio, Pace.ofPcm(16_000)).thenCompose(bytes -> stream.stop()))
 *       .thenAccept(stopped -> System.out.println(stopped.text()))
 *       .toCompletableFuture()
 *       .get(1, TimeUnit.MINUTES);
 * }
 * }</pre>
 *
 * <p><b>When it is connected.</b> At {@link ClientState#READY}, and not before: a welcome has come
 * in answer to the client's own hello, so both directions work. A connection that stays silent is
 * greeted again, then replaced by a new one; so is one that is lost. A stream that is open then
 * goes on on the new one, and nothing of it is lost: what was sent is kept until the server has
 * acknowledged it. After {@code maxRetries} retries in a row, or with an open stream when the
 * server has waited long enough, or at once if a retry is of no use, the client is CLOSED, and says
 * why in words that a user can act on. {@link #connect()} may then be called again.
 *
 * <p><b>Threads.</b> All methods may be called from any thread, from within a {@link VoiceListener}
 * and from what depends on a stage, too; none waits. Everything happens on the client's executor,
 * one thing at a time: calls of the listener and completions of stages. By default all clients of a
 * JVM share two daemon threads for that, at most eight more for handshakes, which wait, and five of
 * the WebSocket container; all but one of the latter end when they are idle. Each {@code
 * InputStream} that is being read takes one more for as long as the reading waits. So neither a
 * listener nor what depends on a stage may wait. {@link VoiceClientBuilder#executors} takes others,
 * such as a server's managed ones.
 *
 * <p><b>Errors.</b> A stage fails with a {@link VoiceException}; who need not know, need not look:
 * the listener is told, too.
 */
public final class VoiceClient implements AutoCloseable {

  private final Executor turns;
  private final Teller teller;
  private final Journal journal;
  private final Streams streams;
  private final Machine machine;

  VoiceClient(
      URI uri,
      Settings settings,
      VoiceListener listener,
      ScheduledExecutorService working,
      Executor reading,
      Connector connector,
      Inquiry inquiry) {
    turns = new Turns(working);
    Clock clock = new SystemClock(working, turns);
    Platform platform =
        new Platform(
            clock,
            () -> ThreadLocalRandom.current().nextDouble(),
            () -> UUID.randomUUID().toString(),
            new TurnConnector(connector, turns),
            new TurnInquiry(inquiry, turns));
    journal = new Journal(clock, settings.timelineSize());
    teller = new Teller(listener, journal, settings.locale());
    Session session = new Session(clock, settings.maxQueuedBytes() / 2);
    streams = new Streams(settings, teller, session, clock, turns, reading);
    machine = new Machine(uri, platform, settings, teller, journal, session, streams);
  }

  /**
   * Begins to describe a client.
   *
   * @param uri of the channel: {@code wss://HOST/CONTEXT/realtime-voice/stream}
   * @return with defaults for everything else
   */
  public static VoiceClientBuilder builder(URI uri) {
    return new VoiceClientBuilder(Objects.requireNonNull(uri, "uri"));
  }

  /**
   * Connects. Does nothing if that was done and has not ended: the stage is that of the first call.
   *
   * @return complete at READY, with what the server says of itself; fails when the client gives up
   *     or is closed: {@code BAD_URL}, {@code CONNECT_FAILED}, {@code CONNECT_TIMED_OUT}, {@code
   *     HANDSHAKE_REFUSED}, {@code NOT_AUTHENTICATED}, {@code FORBIDDEN_ORIGIN}, {@code
   *     NOT_OUR_PROTOCOL}, {@code VERSION_MISMATCH}, {@code SERVER_SILENT}, {@code
   *     HELLO_LOST_UPSTREAM}, {@code CONNECTION_LOST}, or the verdict of a close code
   */
  public CompletionStage<ServerMessage.Welcome> connect() {
    CompletableFuture<ServerMessage.Welcome> result = new CompletableFuture<>();
    turns.execute(() -> machine.connect(result));
    return result.minimalCompletionStage();
  }

  /**
   * Opens a stream. There is at most one at a time.
   *
   * @param fields what to ask for
   * @return complete when the server takes audio; fails with {@code NOT_READY}, {@code
   *     ALREADY_STARTED}, {@code STREAM_REFUSED} with the server's own words as detail, or why the
   *     connection was lost
   */
  public CompletionStage<VoiceStream> start(StartFields fields) {
    Objects.requireNonNull(fields, "fields");
    CompletableFuture<VoiceStream> result = new CompletableFuture<>();
    turns.execute(() -> streams.start(fields, result));
    return result.minimalCompletionStage();
  }

  /**
   * Looks whether the connection still works, as after a sleep or a change of the network: at READY
   * the server is asked, and the connection given up if it does not answer; while RECOVERING the
   * next connection is tried at once.
   */
  public void check() {
    turns.execute(machine::check);
  }

  /**
   * Ends everything, whatever the client is at. Stages that are not complete fail with {@code
   * CONNECTION_LOST}. May be called more than once; {@link #connect()} may follow.
   *
   * @return complete when the server is told, for who wants to end the JVM then
   */
  public CompletionStage<Void> closeAsync() {
    CompletableFuture<Void> result = new CompletableFuture<>();
    turns.execute(() -> machine.close().thenAccept(result::complete));
    return result.minimalCompletionStage();
  }

  /** As {@link #closeAsync()}: does not wait either. */
  @Override
  public void close() {
    turns.execute(machine::close);
  }

  /**
   * Where the client is.
   *
   * @return CLOSED at first
   */
  public ClientState state() {
    return teller.state();
  }

  /**
   * Whether the application may use it.
   *
   * @return true at READY only
   */
  public boolean isConnected() {
    return state() == ClientState.READY;
  }

  /**
   * What the server has said of itself last.
   *
   * @return empty before the first welcome
   */
  public Optional<ServerMessage.Welcome> welcome() {
    return Optional.ofNullable(machine.welcome());
  }

  /**
   * How many new connections were tried since the client was last READY for long.
   *
   * @return 0 if the first works
   */
  public int retries() {
    return machine.retries();
  }

  /**
   * What has happened since {@link #connect()}, for support and tests.
   *
   * @return a copy
   */
  public Timeline timeline() {
    return journal.snapshot();
  }
}

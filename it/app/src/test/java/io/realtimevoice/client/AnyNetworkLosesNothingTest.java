package io.realtimevoice.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.EndReason;
import io.realtimevoice.OverflowPolicy;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.Transcript;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.client.transport.Inquiry;
import io.realtimevoice.event.SessionEnded;
import io.realtimevoice.event.SessionResumed;
import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.Liveness;
import io.realtimevoice.impl.diagnosis.FlightRecorder;
import io.realtimevoice.impl.diagnosis.Tape;
import io.realtimevoice.impl.report.Observers;
import io.realtimevoice.impl.report.Reports;
import io.realtimevoice.impl.session.Application;
import io.realtimevoice.impl.session.Conversation;
import io.realtimevoice.impl.session.Environment;
import io.realtimevoice.impl.session.SessionListener;
import io.realtimevoice.impl.session.Sessions;
import io.realtimevoice.impl.store.InMemorySessionStore;
import io.realtimevoice.protocol.ServerMessage;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/**
 * The client's machine against the server's, over any network: what is said arrives in order, once,
 * and so does what is answered.
 *
 * <p>The network loses, delays and duplicates. TCP never duplicates within a connection, so that
 * means across connections: what one side has sent again on a new one still comes on the old one,
 * late, and even twice.
 */
class AnyNetworkLosesNothingTest {

  private static final Jsonb JSONB = JsonbBuilder.create();
  private static final JsonbCodec CODEC = new JsonbCodec(JSONB);
  private static final double LEAST_PERCENT = 20;
  private static final Duration HOUR = Duration.ofHours(1);

  @Property(tries = 300)
  void whateverIsCut(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 15) int cutPercent,
      @ForAll @IntRange(min = 0, max = 200) int frames) {
    World world = new World();
    Liveness liveness = new Liveness(world);
    Random random = new Random(seed);
    Sessions sessions = sessions(world, liveness);
    Network network =
        new Network(
            world,
            random,
            cutPercent / 100.0,
            sessions,
            liveness,
            transport ->
                new Connection(
                    transport,
                    world,
                    limits(),
                    new Reports(
                        new Observers(world, event -> {}),
                        new FlightRecorder(10, InstantSource.system(), world::nanoTime, Tape.NONE)),
                    (attempt, nonce) -> ""),
            (id, resume) ->
                (attempt, nonce) ->
                    CODEC.encode(
                        new ServerMessage.Welcome(
                            "hi", 0, 1, id, attempt, null, List.of(), nonce, resume)));
    List<String> results = new ArrayList<>();
    Speaker speaker = new Speaker(world, network, random, results);

    ServerMessage.Stopped stopped = speaker.say(frames);

    List<String> said = Speaker.expected(frames);
    assertEquals(String.join(" ", said), stopped.text());
    assertEquals(said, results);
    assertEquals(2L * frames, stopped.audioSize());
    assertTrue(network.cuts() > 0 || cutPercent < 5 || frames < 50);
    happensOften("messages of a replaced connection at the server", network.strayUp());
    happensOften("messages of a replaced connection at the client", network.strayDown());
  }

  private static void happensOften(String what, int times) {
    Statistics.label(what)
        .collect(times > 0)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > LEAST_PERCENT));
  }

  private static Connection.Limits limits() {
    return new Connection.Limits(
        1_000_000,
        1_000_000,
        Duration.ofMillis(100),
        3,
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        OverflowPolicy.DROP_OLDEST,
        Duration.ofSeconds(5),
        Duration.ofSeconds(6));
  }

  private static Sessions sessions(World world, Liveness liveness) {
    return new Sessions(
        new Environment(
            new Application((session, request) -> new Counting(session), null),
            new Conversation.Limits(
                10_000,
                1_000,
                20,
                HOUR,
                Duration.ofSeconds(10),
                1_000_000,
                Duration.ofSeconds(5),
                Duration.ofMinutes(2),
                1_000_000,
                10_000,
                HOUR),
            CODEC,
            world,
            new SessionListener() {
              @Override
              public void started(SessionStarted event) {}

              @Override
              public void resumed(SessionResumed event) {}

              @Override
              public void ended(SessionEnded event) {}
            }),
        new Sessions.Limits(10, 10_000_000, 500, 2),
        liveness,
        new InMemorySessionStore(1_000, world::nanoTime));
  }

  /** Answers each frame, whose two bytes are its number, with the number. */
  private static final class Counting implements io.realtimevoice.VoiceStream {
    private final VoiceSession session;
    private final List<String> heard = new ArrayList<>();
    private boolean closed;

    Counting(VoiceSession session) {
      this.session = session;
    }

    @Override
    public void audio(ByteBuffer audio) {
      String number = Integer.toString(audio.getShort());
      heard.add(number);
      session.send(Transcript.complete(number));
    }

    @Override
    public CompletionStage<StreamSummary> end() {
      return CompletableFuture.completedFuture(StreamSummary.of(String.join(" ", heard)));
    }

    @Override
    public void close(EndReason reason) {
      assertTrue(!closed, "closed twice");
      closed = true;
      assertEquals(EndReason.COMPLETED, reason);
    }
  }

  /** A client of the network. */
  private static final class Speaker {
    private final World world;
    private final Machine machine;
    private final Streams streams;
    private final Teller teller;

    Speaker(World world, Network network, Random random, List<String> results) {
      this.world = world;
      Settings settings =
          new Settings(
              15_000,
              4_000,
              List.of(800L, 1_600L, 3_200L),
              1_000,
              100,
              200,
              5_000,
              500,
              1_000_000,
              false,
              Locale.ENGLISH);
      Journal journal = new Journal(world, settings.timelineSize());
      teller =
          new Teller(
              new VoiceListener() {
                @Override
                public void onResult(ServerMessage.Result result) {
                  results.add(result.transcript().text());
                }
              },
              journal,
              Locale.ENGLISH);
      Session session = new Session(world, settings.maxQueuedBytes() / 2);
      streams = new Streams(settings, teller, session, world, world, world);
      Platform platform =
          new Platform(
              world,
              random::nextDouble,
              () -> Long.toString(random.nextLong()),
              network,
              Inquiry.NONE);
      machine =
          new Machine(
              URI.create("wss://host/stream"),
              platform,
              settings,
              teller,
              journal,
              session,
              streams);
    }

    static List<String> expected(int frames) {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < frames; i++) {
        all.add(Integer.toString(i));
      }
      return all;
    }

    ServerMessage.Stopped say(int frames) {
      machine.connect(new CompletableFuture<>());
      VoiceStream stream = start();
      for (int i = 0; i < frames; i++) {
        ByteBuffer frame = ByteBuffer.allocate(2).putShort((short) i).flip();
        Clock clock = world;
        clock.after(i * 5L, () -> send(stream, frame));
      }
      CompletableFuture<Void> all = new CompletableFuture<>();
      Clock clock = world;
      clock.after(frames * 5L, () -> all.complete(null));
      await(all);
      return await(stream.stop().toCompletableFuture());
    }

    private static void send(VoiceStream stream, ByteBuffer frame) {
      stream.send(frame).exceptionally(failure -> fail(failure));
    }

    private static Void fail(Throwable failure) {
      throw new AssertionError(failure);
    }

    /** Again where the connection was lost before. */
    private VoiceStream start() {
      while (true) {
        assertTrue(world.runUntil(() -> teller.state() == ClientState.READY, HOUR));
        CompletableFuture<VoiceStream> started = new CompletableFuture<>();
        streams.start(StartFields.DEFAULT, started);
        assertTrue(world.runUntil(started::isDone, HOUR));
        if (!started.isCompletedExceptionally()) {
          return started.join();
        }
      }
    }

    private <T> T await(CompletableFuture<T> future) {
      assertTrue(world.runUntil(future::isDone, HOUR), () -> "not done; " + teller.state());
      return future.join();
    }
  }
}

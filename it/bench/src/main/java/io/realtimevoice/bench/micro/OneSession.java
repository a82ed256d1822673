package io.realtimevoice.bench.micro;

import io.realtimevoice.StartRequest;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.VoiceStream;
import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.config.Settings;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.Liveness;
import io.realtimevoice.impl.diagnosis.FlightRecorder;
import io.realtimevoice.impl.diagnosis.jfr.Tapes;
import io.realtimevoice.impl.session.Application;
import io.realtimevoice.impl.session.Client;
import io.realtimevoice.impl.session.Environment;
import io.realtimevoice.impl.session.Line;
import io.realtimevoice.impl.session.Sessions;
import io.realtimevoice.impl.store.InMemorySessionStore;
import io.realtimevoice.spi.Handshake;
import jakarta.json.bind.JsonbBuilder;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A session whose stream is open and gets its audio without a copy, with default settings. */
final class OneSession {

  /** After so many quick calls a stream gets its audio on the container's thread. */
  private static final int TRIAL = 8;

  private static final int FRAME = 640;

  private final NoNetwork network = new NoNetwork();
  private final Line line;
  private @Nullable VoiceSession session;
  private long heard;

  OneSession() {
    DirectScheduler scheduler = new DirectScheduler();
    Settings settings = Settings.from(setting -> Optional.empty());
    FlightRecorder recorder =
        new FlightRecorder(100, InstantSource.system(), System::nanoTime, Tapes.find());
    Liveness liveness = new Liveness(scheduler);
    Connection connection =
        new Connection(
            network, scheduler, settings.connection(), recorder, (attempt, nonce) -> "welcome");
    line =
        new Sessions(
                new Environment(
                    new Application(this::open, null),
                    settings.session(),
                    new JsonbCodec(JsonbBuilder.create()),
                    scheduler,
                    recorder),
                settings.sessions(),
                liveness,
                new InMemorySessionStore(100, scheduler::nanoTime))
            .begin(
                connection,
                new Client(
                    new Handshake("/", Map.of(), Map.of(), null),
                    Locale.ENGLISH,
                    (id, resume) -> (attempt, nonce) -> "welcome"));
    line.text("{\"type\":\"hello\",\"version\":1}");
    line.text("{\"type\":\"start\"}");
    for (int i = 0; i < TRIAL; i++) {
      line.audio(ByteBuffer.allocate(FRAME));
    }
    if (heard != TRIAL * FRAME) {
      throw new IllegalStateException("the stream has got " + heard + " bytes");
    }
  }

  /** A frame of 20 ms, as a container that uses its buffers again has it. */
  static ByteBuffer frame() {
    return ByteBuffer.allocateDirect(FRAME);
  }

  /** Where binary messages come in. */
  Line line() {
    return line;
  }

  /** What the application plays to. */
  VoiceSession session() {
    if (session == null) {
      throw new IllegalStateException("no stream was opened");
    }
    return session;
  }

  long heard() {
    return heard;
  }

  long played() {
    return network.bytes();
  }

  private VoiceStream open(VoiceSession opened, StartRequest request) {
    session = opened;
    return new VoiceStream() {
      @Override
      public void audio(ByteBuffer audio) {
        heard += audio.remaining();
      }

      @Override
      public CompletionStage<StreamSummary> end() {
        return CompletableFuture.completedFuture(StreamSummary.of(""));
      }
    };
  }
}

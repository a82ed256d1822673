package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.VoiceStream;
import io.realtimevoice.event.SessionEnded;
import io.realtimevoice.event.SessionResumed;
import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.connection.ConnectionFixture;
import io.realtimevoice.impl.store.InMemorySessionStore;
import io.realtimevoice.spi.Handshake;
import jakarta.json.bind.JsonbBuilder;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class AudioInAllocatesNothingTest {

  private static final int FRAMES = 100_000;
  private static final int BYTES = 640;

  /** After so many quick calls a stream gets its audio on the container's thread. */
  private static final int TRIAL = 8;

  private final ConnectionFixture connection = new ConnectionFixture();
  private final CountingStream stream = new CountingStream();

  @Test
  void aBinaryMessageCostsNoByte() {
    Line line = begin();
    line.text("{\"type\":\"start\"}");
    connection.scheduler.run();
    for (int i = 0; i < TRIAL; i++) {
      line.audio(ByteBuffer.allocate(BYTES));
      connection.scheduler.run();
    }
    ByteBuffer frame = ByteBuffer.allocateDirect(BYTES);
    receive(line, frame);

    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = thread.getThreadAllocatedBytes(id);
    receive(line, frame);
    long allocated = thread.getThreadAllocatedBytes(id) - before;

    assertEquals((2L * FRAMES + TRIAL) * BYTES, stream.bytes);
    assertEquals(0, allocated / FRAMES, allocated + " bytes for " + FRAMES + " frames");
  }

  private static void receive(Line line, ByteBuffer frame) {
    for (int i = 0; i < FRAMES; i++) {
      line.audio(frame.clear());
    }
  }

  private Line begin() {
    Environment environment =
        new Environment(
            new Application((session, request) -> stream, null),
            ConversationFixture.limits(1_000, BYTES),
            new JsonbCodec(JsonbBuilder.create()),
            connection.scheduler,
            new SessionListener() {
              @Override
              public void started(SessionStarted event) {}

              @Override
              public void resumed(SessionResumed event) {}

              @Override
              public void ended(SessionEnded event) {}
            });
    return new Sessions(
            environment,
            ConversationFixture.SESSIONS,
            connection.liveness,
            new InMemorySessionStore(100, connection.scheduler::nanoTime))
        .begin(
            connection.connection,
            new Client(
                new Handshake("/", Map.of(), Map.of(), null),
                Locale.ENGLISH,
                ConversationFixture.WELCOMES));
  }

  private static final class CountingStream implements VoiceStream {
    private long bytes;

    @Override
    public void audio(ByteBuffer audio) {
      bytes += audio.remaining();
    }

    @Override
    public CompletionStage<StreamSummary> end() {
      return CompletableFuture.completedFuture(StreamSummary.of(""));
    }
  }
}

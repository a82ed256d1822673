package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.VoiceStream;
import io.realtimevoice.event.SessionEnded;
import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.connection.ConnectionFixture;
import io.realtimevoice.spi.Handshake;
import jakarta.json.bind.JsonbBuilder;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class AudioInAllocatesNothingTest {

  private static final int FRAMES = 100_000;
  private static final int BYTES = 640;

  private final CountingStream stream = new CountingStream();

  @Test
  void aBinaryMessageCostsNoByte() {
    Conversation conversation = begin();
    conversation.text("{\"type\":\"start\"}");
    ByteBuffer frame = ByteBuffer.allocateDirect(BYTES);
    receive(conversation, frame);

    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = thread.getThreadAllocatedBytes(id);
    receive(conversation, frame);
    long allocated = thread.getThreadAllocatedBytes(id) - before;

    assertEquals(2L * FRAMES * BYTES, stream.bytes);
    assertEquals(0, allocated / FRAMES, allocated + " bytes for " + FRAMES + " frames");
  }

  private static void receive(Conversation conversation, ByteBuffer frame) {
    for (int i = 0; i < FRAMES; i++) {
      conversation.audio(frame.clear());
    }
  }

  private Conversation begin() {
    ConnectionFixture line = new ConnectionFixture();
    Environment environment =
        new Environment(
            new Application((session, request) -> stream, null),
            new Conversation.Limits(1_000, BYTES, 5, Duration.ofMinutes(1), Duration.ofSeconds(10)),
            new JsonbCodec(JsonbBuilder.create()),
            line.scheduler,
            new SessionListener() {
              @Override
              public void started(SessionStarted event) {}

              @Override
              public void ended(SessionEnded event) {}
            });
    return new Sessions(environment, line.liveness)
        .begin(
            line.connection,
            new Client(new Handshake("/", Map.of(), Map.of(), null), Locale.ENGLISH));
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

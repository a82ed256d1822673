package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.realtimevoice.OverflowPolicy;
import io.realtimevoice.protocol.CloseCode;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AudioOutAllocatesNothingTest {

  private static final int FRAMES = 100_000;

  private final CountingTransport transport = new CountingTransport();
  private final Outbox outbox =
      new Outbox(
          transport,
          new DirectScheduler(),
          new Outbox.Bounds(1_000, 10_000, OverflowPolicy.DROP_OLDEST, Duration.ofMillis(100), 3),
          new RecordingOwner());

  @Test
  void aFrameOfPlayedAudioCostsNoByte() {
    ByteBuffer frame = ByteBuffer.allocateDirect(640);
    play(frame);

    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = thread.getThreadAllocatedBytes(id);
    play(frame);
    long allocated = thread.getThreadAllocatedBytes(id) - before;

    assertEquals(2 * FRAMES, transport.sent);
    assertEquals(0, allocated / FRAMES, allocated + " bytes for " + FRAMES + " frames");
  }

  private void play(ByteBuffer frame) {
    for (int i = 0; i < FRAMES; i++) {
      outbox.offerAudio(frame.clear());
    }
  }

  private static final class DirectScheduler implements Scheduler {
    @Override
    public void perform(Runnable task) {
      execute(task);
    }

    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }
  }

  private static final class CountingTransport implements Transport {
    private int sent;

    @Override
    public String id() {
      return "counting";
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void sendText(String text, Completion completion) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void sendBinary(ByteBuffer data, Completion completion) {
      sent++;
      data.position(data.limit());
      completion.completed(null);
    }

    @Override
    public void ping(ByteBuffer payload) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close(CloseCode code) {
      throw new UnsupportedOperationException();
    }
  }
}

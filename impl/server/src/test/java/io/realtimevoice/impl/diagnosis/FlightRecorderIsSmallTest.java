package io.realtimevoice.impl.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.realtimevoice.event.ConnectionClosed;
import io.realtimevoice.impl.connection.Traffic;
import io.realtimevoice.protocol.ErrorCode;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was allocated is at least as much as what is kept, and counted exactly. */
class FlightRecorderIsSmallTest {

  private static final int CONNECTIONS = FlightRecorder.ROOM;
  private static final long MOST_BYTES = 20L * 1024 * 1024;
  private static final Duration SOON = Duration.ofMillis(20);

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final String[] ids =
      IntStream.range(0, CONNECTIONS).mapToObj(i -> "c-" + i).toArray(String[]::new);
  private final FlightRecorder recorder =
      new FlightRecorder(FlightRecorder.ROOM, () -> FlightFixture.DAY, () -> 0, Tape.NONE);

  @Test
  void with20MegabytesFor10000Connections() {
    long before = allocated();
    for (String id : ids) {
      recorder.opened(id, new Traffic());
      recorder.greeted(id, "nonce of " + id);
      happens(id);
    }
    long bytes = allocated() - before;

    assertEquals(CONNECTIONS, recorder.all().size());
    assertTrue(bytes <= MOST_BYTES, () -> bytes + " bytes");
  }

  @Test
  void andEventsAllocateNothing() {
    recorder.opened("c", new Traffic());
    for (int i = 0; i < CONNECTIONS; i++) {
      happens("c");
    }
    long before = allocated();
    for (int i = 0; i < CONNECTIONS; i++) {
      happens("c");
    }
    long bytes = allocated() - before;

    // The measuring itself may take a little.
    assertTrue(bytes < CONNECTIONS, () -> bytes + " bytes");
  }

  @Test
  void andForgetsNoneThatIsOpenButKeepsNoneForEver() {
    for (int i = 0; i < 3; i++) {
      for (String id : ids) {
        recorder.opened(id + i, new Traffic());
        recorder.greeted(id + i, id + i);
      }
      assertEquals(CONNECTIONS * (i == 0 ? 1 : 2), recorder.all().size());
      for (String id : ids) {
        recorder.closed(new ConnectionClosed(id + i, 1000, SOON));
      }
      assertEquals(CONNECTIONS, recorder.all().size());
    }
    assertTrue(recorder.findByNonce("c-00").isEmpty());
    assertTrue(recorder.findByNonce("c-02").isPresent());
  }

  private void happens(String id) {
    recorder.welcomeAttempted(id, 1);
    recorder.welcomeSent(id, 1, SOON);
    recorder.welcomeReceived(id, SOON);
    recorder.welcomeLate(id, SOON);
    recorder.starting(id);
    recorder.ready(id);
    recorder.audioDropped(id, 640);
    recorder.retrying(id, 1, null);
    recorder.told(id, ErrorCode.TOO_FAST);
  }

  private long allocated() {
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}

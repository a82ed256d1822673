package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * All streams depend on one backend, which was quick and hangs now: it holds no more of the
 * container's threads than allowed, and the audio of the others waits in their queues.
 */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ContainerThreadsInTheApplicationAreBoundedTest {

  private static final int TRIAL = 8;
  private static final int MOST = ConversationFixture.SESSIONS.directCalls();

  private final ResumeFixture fixture = new ResumeFixture();
  private final CountDownLatch hang = new CountDownLatch(MOST);
  private final CountDownLatch recover = new CountDownLatch(1);
  private final ExecutorService container = Executors.newFixedThreadPool(MOST);
  private final List<Line> lines = new ArrayList<>();
  private final List<Future<?>> held = new ArrayList<>();

  @BeforeEach
  void allContainerThreadsThatMayHang() throws InterruptedException {
    for (int i = 0; i <= MOST; i++) {
      lines.add(fixture.connect().saysType("start").line);
      for (int call = 0; call < TRIAL; call++) {
        frame(lines.get(i));
        fixture.scheduler.run();
      }
    }
    fixture.application.inAudio =
        () -> {
          hang.countDown();
          recover.await();
        };
    for (Line line : lines.subList(0, MOST)) {
      held.add(container.submit(() -> frame(line)));
    }
    hang.await();
    fixture.application.takeCalls();
  }

  @AfterEach
  void endThreads() {
    recover.countDown();
    container.shutdownNow();
  }

  @Test
  void soThatTheNextStreamDoesNotHangThoughItWasAsQuick() throws Exception {
    Line next = lines.get(MOST);
    frame(next);
    assertEquals(0, audioCalls());

    recovers();
    fixture.scheduler.run();
    assertEquals(1, audioCalls());
    frame(next);
    assertEquals(2, audioCalls(), "on the container's thread again");
  }

  @Test
  void andNoneWaitsForAQuickStreamBeyondThat() throws Exception {
    long before = waits();
    // More than half of the room: the network should hold the client back.
    for (int i = 0; i < 40; i++) {
      frame(lines.get(0));
    }
    assertEquals(before, waits());

    recovers();
    fixture.scheduler.run();
    assertEquals(40, audioCalls());
  }

  private void recovers() throws Exception {
    recover.countDown();
    for (Future<?> each : held) {
      each.get();
    }
  }

  /** How often this thread has waited. */
  private static long waits() {
    return ManagementFactory.getThreadMXBean()
        .getThreadInfo(Thread.currentThread().getId())
        .getWaitedCount();
  }

  private int audioCalls() {
    return fixture.application.calls().size();
  }

  private static void frame(Line line) {
    line.audio(ByteBuffer.allocate(100));
  }
}

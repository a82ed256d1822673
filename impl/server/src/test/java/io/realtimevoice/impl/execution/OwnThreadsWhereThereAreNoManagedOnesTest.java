package io.realtimevoice.impl.execution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.impl.connection.Scheduler;
import io.realtimevoice.impl.log.LogCapture;
import io.realtimevoice.impl.log.Message;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In a Java SE process, where no naming context is. */
class OwnThreadsWhereThereAreNoManagedOnesTest {

  private static final long GENEROUS = 60;
  private static final int MORE_THAN_THREADS = 16;
  private static final int MORE_THAN_WORKERS = 100;
  private static final Duration NEVER = Duration.ofDays(1);

  private final LogCapture log = new LogCapture();
  private final ClassLoader loader = new ClassLoader() {};
  private final ChannelScheduler scheduler = find();

  @AfterEach
  void stop() {
    scheduler.stop();
    log.close();
  }

  @Test
  void hasDaemonThreadsOfItsOwnWithTheApplicationsClassLoader() throws Exception {
    Thread thread = threadOf(scheduler);

    assertTrue(thread.isDaemon());
    assertTrue(thread.getName().startsWith("realtime-voice-"), thread.getName());
    assertSame(loader, thread.getContextClassLoader());
    assertEquals(
        List.of(
            "RV0003 no managed executor (NoInitialContextException): using daemon threads of our"
                + " own"),
        log.lines(Message.OWN_THREADS));
  }

  @Test
  void endsItsThreadsWhenItStops() throws Exception {
    Thread thread = threadOf(scheduler);
    scheduler.after(NEVER, () -> {});
    scheduler.stop();

    thread.join(SECONDS.toMillis(GENEROUS));
    assertFalse(thread.isAlive());
  }

  @Test
  void doesNotHoldUpTimersHoweverMuchOfTheApplicationWaits() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    for (int i = 0; i < MORE_THAN_WORKERS; i++) {
      scheduler.perform(() -> await(released));
    }
    CompletableFuture<Thread> ran = new CompletableFuture<>();
    scheduler.after(Duration.ZERO, () -> ran.complete(Thread.currentThread()));

    assertTrue(ran.get(GENEROUS, SECONDS).isDaemon());
    assertTrue(threadOf(scheduler).isDaemon());
    released.countDown();
  }

  @Test
  void doesNotHoldUpAnythingElseHoweverManyClosesWait() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    for (int i = 0; i < MORE_THAN_WORKERS; i++) {
      scheduler.closing(() -> await(released));
    }
    CompletableFuture<Thread> timer = new CompletableFuture<>();
    scheduler.after(Duration.ZERO, () -> timer.complete(Thread.currentThread()));
    CompletableFuture<Thread> worker = new CompletableFuture<>();
    scheduler.perform(() -> worker.complete(Thread.currentThread()));

    assertTrue(timer.get(GENEROUS, SECONDS).isDaemon());
    assertTrue(worker.get(GENEROUS, SECONDS).isDaemon());
    assertTrue(threadOf(scheduler).isDaemon());
    released.countDown();
  }

  @Test
  void closesHoweverMuchOfTheApplicationWaits() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    for (int i = 0; i < MORE_THAN_WORKERS; i++) {
      scheduler.perform(() -> await(released));
    }
    CompletableFuture<Thread> closed = new CompletableFuture<>();
    scheduler.closing(() -> closed.complete(Thread.currentThread()));

    assertTrue(closed.get(GENEROUS, SECONDS).isDaemon());
    released.countDown();
  }

  @Test
  void finishesWhatWasHandedOverBeforeItStops() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    occupyAllThreads(stopped);
    CompletableFuture<String> last = new CompletableFuture<>();
    scheduler.execute(() -> last.complete("done"));
    scheduler.stop();
    stopped.countDown();

    assertEquals("done", last.get(GENEROUS, SECONDS));
  }

  @Test
  void takesNothingAfterwardsAndSaysSo() {
    scheduler.stop();
    scheduler.execute(() -> {});
    scheduler.after(Duration.ZERO, () -> {}).cancel();

    assertEquals(2, log.lines(Message.TASK_REJECTED).size());
  }

  @Test
  void logsWhatATaskThrowsAndGoesOn() throws Exception {
    IllegalStateException failure = new IllegalStateException("task");
    AssertionError error = new AssertionError("task");
    scheduler.execute(
        () -> {
          throw failure;
        });
    scheduler.after(
        Duration.ZERO,
        () -> {
          throw error;
        });
    log.await(Message.TASK_FAILED, 2);

    assertEquals(Set.of(failure, error), Set.copyOf(log.causes(Message.TASK_FAILED)));
    assertTrue(threadOf(scheduler).isDaemon());
  }

  @Test
  void runsALaterTaskOnce() throws Exception {
    CompletableFuture<Thread> ran = new CompletableFuture<>();
    Scheduler.Timer timer =
        scheduler.after(Duration.ofMillis(1), () -> ran.complete(Thread.currentThread()));

    assertTrue(ran.get(GENEROUS, SECONDS).isDaemon());
    timer.cancel();
  }

  @Test
  void forgetsATaskThatIsTakenBack() throws Exception {
    CountDownLatch takenBack = new CountDownLatch(1);
    occupyAllThreads(takenBack);
    CompletableFuture<String> order = new CompletableFuture<>();
    scheduler.after(Duration.ZERO, () -> order.complete("first")).cancel();
    scheduler.after(Duration.ZERO, () -> order.complete("second"));
    takenBack.countDown();

    assertEquals("second", order.get(GENEROUS, SECONDS));
  }

  private void occupyAllThreads(CountDownLatch until) {
    for (int i = 0; i < MORE_THAN_THREADS; i++) {
      scheduler.execute(() -> await(until));
    }
  }

  private ChannelScheduler find() {
    Thread current = Thread.currentThread();
    ClassLoader before = current.getContextClassLoader();
    current.setContextClassLoader(loader);
    try {
      return ChannelScheduler.find();
    } finally {
      current.setContextClassLoader(before);
    }
  }

  private static Thread threadOf(ChannelScheduler scheduler) throws Exception {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    scheduler.execute(() -> thread.complete(Thread.currentThread()));
    return thread.get(GENEROUS, SECONDS);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.realtimevoice.impl.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.impl.connection.ManualScheduler;
import io.realtimevoice.impl.connection.Scheduler;
import io.realtimevoice.impl.log.LogCapture;
import io.realtimevoice.impl.log.Message;
import jakarta.websocket.Endpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PathCheckTest {

  private static final URI URL = URI.create("wss://host/app/realtime-voice/stream?token=s3cr3t");
  private static final Duration LONG = Duration.ofMinutes(10);

  private final LogCapture log = new LogCapture();
  private final Threads threads = new Threads();
  private final List<URI> connected = new ArrayList<>();

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void connectsOnlyOnThreadsThatMayWait() {
    new PathCheck(URL, threads, (endpoint, url) -> connected.add(url)).begin();
    threads.timers.advance(LONG);
    assertEquals(List.of(), connected);
    threads.performAll();

    assertEquals(List.of(URI.create("wss://host/app/realtime-voice/test")), connected);
  }

  @Test
  void triesForHalfAMinuteAndThenSaysWhyItDoesNotWork() {
    new PathCheck(
            URL,
            threads,
            (endpoint, url) -> {
              connected.add(url);
              throw new ConnectException("Connection refused");
            })
        .begin();
    for (int second = 0; second < 28; second++) {
      threads.timers.advance(Duration.ofSeconds(1));
      threads.performAll();
    }
    assertEquals(List.of(), log.lines(Message.PATH_FAILS));
    threads.timers.advance(Duration.ofSeconds(3));
    threads.performAll();
    threads.timers.advance(LONG);
    threads.performAll();

    assertEquals(15, connected.size());
    assertEquals(1, log.lines(Message.PATH_FAILS).size());
    assertTrue(log.lines().get(0).contains("CONNECTION_REFUSED"), log.lines()::toString);
    assertFalse(log.lines().get(0).contains("s3cr3t"), log.lines()::toString);
    assertEquals(0, threads.timers.waiting());
  }

  @Test
  void leavesAHandshakeThatHangs() throws Exception {
    Hanging hanging = new Hanging();
    new PathCheck(URL, threads, hanging).begin();
    for (int i = 0; i < 3; i++) {
      threads.timers.advance(Duration.ofSeconds(2));
      FutureTask<Boolean> thread = threads.performOnAThread();
      hanging.reached.acquire();
      threads.timers.advance(Duration.ofSeconds(10));

      assertFalse(thread.get(), "the thread's interrupt is left to the container");
    }

    assertEquals(1, log.lines(Message.PATH_FAILS).size());
    assertTrue(log.lines().get(0).contains("HANDSHAKE_TIMED_OUT"), log.lines()::toString);
    assertEquals(0, threads.timers.waiting());
    assertTrue(threads.waiting.isEmpty());
  }

  @Test
  void endsWithTheApplicationWhateverItIsAt() throws Exception {
    Hanging hanging = new Hanging();
    PathCheck check = new PathCheck(URL, threads, hanging);
    check.begin();
    threads.timers.advance(Duration.ofSeconds(2));
    FutureTask<Boolean> thread = threads.performOnAThread();
    hanging.reached.acquire();
    check.stop();

    assertFalse(thread.get());
    assertEquals(0, threads.timers.waiting());
    assertTrue(threads.waiting.isEmpty());
    assertEquals(List.of(), log.lines());
  }

  @Test
  void endsWithTheApplicationBeforeItHasBegun() {
    PathCheck check = new PathCheck(URL, threads, (endpoint, url) -> connected.add(url));
    check.begin();
    check.stop();
    threads.timers.advance(LONG);
    threads.performAll();

    assertEquals(List.of(), connected);
    assertEquals(0, threads.timers.waiting());
  }

  @Test
  void endsWithTheApplicationBetweenTwoTries() {
    PathCheck check =
        new PathCheck(
            URL,
            threads,
            (endpoint, url) -> {
              connected.add(url);
              throw new IOException("not yet");
            });
    check.begin();
    threads.timers.advance(Duration.ofSeconds(1));
    threads.performAll();
    check.stop();
    threads.timers.advance(LONG);
    threads.performAll();

    assertEquals(1, connected.size());
    assertEquals(List.of(), log.lines());
  }

  @Test
  void closesItsConnectionWithTheApplication() {
    CountDownLatch closed = new CountDownLatch(1);
    PathCheck check =
        new PathCheck(URL, threads, (endpoint, url) -> endpoint.onOpen(session(closed), null));
    check.begin();
    threads.timers.advance(Duration.ofSeconds(1));
    threads.performAll();
    check.stop();
    threads.performAll();

    assertEquals(0, closed.getCount());
    assertEquals(0, threads.timers.waiting());
    assertEquals(List.of(), log.lines());
  }

  @Test
  void closesAConnectionThatOpensAfterItWasLeft() {
    CountDownLatch closed = new CountDownLatch(1);
    List<Endpoint> endpoints = new ArrayList<>();
    PathCheck check = new PathCheck(URL, threads, (endpoint, url) -> endpoints.add(endpoint));
    check.begin();
    threads.timers.advance(Duration.ofSeconds(1));
    threads.performAll();
    check.stop();
    endpoints.get(0).onOpen(session(closed), null);
    threads.performAll();

    assertEquals(0, closed.getCount());
    assertEquals(0, threads.timers.waiting());
  }

  private static Session session(CountDownLatch closed) {
    return (Session)
        Proxy.newProxyInstance(
            Session.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                closed.countDown();
              }
              return null;
            });
  }

  /** A server that takes connections and says nothing. */
  private static final class Hanging implements PathCheck.Connector {
    private final Semaphore reached = new Semaphore(0);

    @Override
    public void connect(Endpoint endpoint, URI url) throws IOException {
      reached.release();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        // As containers do.
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }

  /** Timers in the hand of the test, and workers apart from them. */
  private static final class Threads implements Scheduler {
    private final ManualScheduler timers = new ManualScheduler();
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    void performAll() {
      for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
        task.run();
      }
    }

    /** Tells whether the thread was left interrupted. */
    FutureTask<Boolean> performOnAThread() {
      Runnable task = waiting.remove();
      FutureTask<Boolean> whole =
          new FutureTask<>(
              () -> {
                task.run();
                return Thread.interrupted();
              });
      Thread thread = new Thread(whole);
      thread.setDaemon(true);
      thread.start();
      return whole;
    }

    @Override
    public void execute(Runnable task) {
      timers.execute(task);
    }

    @Override
    public void perform(Runnable task) {
      waiting.add(task);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
      return timers.after(delay, task);
    }

    @Override
    public long nanoTime() {
      return timers.nanoTime();
    }
  }
}

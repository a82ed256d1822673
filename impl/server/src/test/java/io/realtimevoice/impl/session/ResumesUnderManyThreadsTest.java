package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.EndReason;
import io.realtimevoice.StartRequest;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.VoiceStream;
import io.realtimevoice.event.SessionEnded;
import io.realtimevoice.event.SessionResumed;
import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.ConnectionListener;
import io.realtimevoice.impl.connection.Liveness;
import io.realtimevoice.impl.connection.Transport;
import io.realtimevoice.impl.store.InMemorySessionStore;
import io.realtimevoice.protocol.CloseCode;
import io.realtimevoice.spi.Handshake;
import io.realtimevoice.spi.SessionStore;
import jakarta.json.bind.JsonbBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What may happen to a session at the same time: its client resumes it on a new connection, that
 * one dies, the old one dies, messages come on both. Whatever the order, in the end no session is
 * attached to a dead connection, and the stream is told once that it is over.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ResumesUnderManyThreadsTest {

  private static final int ROUNDS = 3_000;
  private static final int ACTORS = 5;
  private static final JsonbCodec CODEC = new JsonbCodec(JsonbBuilder.create());

  private final ThreadedScheduler scheduler = new ThreadedScheduler(3);
  private final ExecutorService threads = Executors.newFixedThreadPool(ACTORS);
  private final Liveness liveness = new Liveness(scheduler);
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());
  private Runnable whenForgotten = () -> {};
  private final Sessions sessions =
      new Sessions(environment(), new Sessions.Limits(10, 100_000, 10, 2), liveness, store());

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
    scheduler.close();
  }

  /** At the one moment that matters, which threads by themselves hit once in thousands of times. */
  @Test
  void theNewConnectionDiesWhileTheSessionMovesToIt() throws Exception {
    CountDownLatch moves = new CountDownLatch(1);
    CountDownLatch dead = new CountDownLatch(1);
    Line first = connect();
    first.text("{\"type\":\"start\"}");
    scheduler.settle();
    String resume = resume(first.session().id(), tokens.get(0));
    first.connection().closed(1006);
    scheduler.settle();
    Line second = connect();
    whenForgotten =
        () -> {
          moves.countDown();
          awaitUninterrupted(dead);
        };
    second.text(resume);
    moves.await();
    second.connection().closed(1006);
    dead.countDown();
    scheduler.settle();

    isOverInTheEnd();
    assertEquals(
        List.of("open", "detached", "resumed", "detached", "close CONNECTION_LOST"), calls);
  }

  @Test
  void anythingHappensAtTheSameTime() throws Exception {
    CyclicBarrier start = new CyclicBarrier(ACTORS);
    for (int round = 0; round < ROUNDS; round++) {
      calls.clear();
      tokens.clear();
      Line first = connect();
      first.text("{\"type\":\"start\"}");
      scheduler.settle();
      String resume = resume(first.session().id(), tokens.get(0));
      Line second = connect();
      Line third = connect();
      scheduler.settle();
      together(
          start,
          () -> second.text(resume),
          () -> second.connection().closed(1006),
          () -> first.connection().closed(1006),
          () -> {
            first.text("{\"type\":\"start\"}");
            first.audio(ByteBuffer.allocate(2));
          },
          () -> {
            third.text(resume);
            third.audio(ByteBuffer.allocate(2));
          });
      third.connection().closed(1006);
      scheduler.settle();

      isOverInTheEnd();
    }
  }

  private void isOverInTheEnd() {
    scheduler.advance(ConversationFixture.WINDOW.plusSeconds(1));
    scheduler.advance(Duration.ofSeconds(1));
    List<String> told = List.copyOf(calls);
    assertEquals(0, sessions.size(), () -> "attached to a dead connection: " + told);
    assertEquals(1, told.stream().filter(call -> call.startsWith("close")).count(), told::toString);
    assertTrue(told.get(told.size() - 1).startsWith("close"), told::toString);
  }

  private void together(CyclicBarrier start, Runnable... actions) throws Exception {
    List<Future<?>> running = new ArrayList<>();
    for (Runnable each : actions) {
      Callable<Void> actor =
          () -> {
            start.await();
            each.run();
            return null;
          };
      running.add(threads.submit(actor));
    }
    for (Future<?> each : running) {
      each.get();
    }
    scheduler.settle();
  }

  private Line connect() {
    Connection connection =
        new Connection(
            new Nowhere(),
            scheduler,
            ConversationFixture.PATIENT,
            nobody(),
            (attempt, nonce) -> "");
    liveness.watch(connection);
    connection.whenEnded(code -> liveness.forget(connection));
    Line line =
        sessions.begin(
            connection,
            new Client(
                new Handshake("/", Map.of(), Map.of(), null),
                Locale.ENGLISH,
                (id, resume) -> {
                  tokens.add(resume.token());
                  return (attempt, nonce) -> "";
                }));
    line.text("{\"type\":\"hello\"}");
    return line;
  }

  private static String resume(String id, String token) {
    return "{\"type\":\"resume\",\"sessionId\":\""
        + id
        + "\",\"resumeToken\":\""
        + token
        + "\",\"received\":0}";
  }

  private Environment environment() {
    return new Environment(
        new Application(this::open, null),
        ConversationFixture.limits(ConversationFixture.MAX_TEXT, ConversationFixture.MAX_BINARY),
        CODEC,
        scheduler,
        new SessionListener() {
          @Override
          public void started(SessionStarted event) {}

          @Override
          public void resumed(SessionResumed event) {}

          @Override
          public void ended(SessionEnded event) {}
        });
  }

  private VoiceStream open(VoiceSession session, StartRequest request) {
    calls.add("open");
    return new VoiceStream() {
      @Override
      public void audio(ByteBuffer audio) {
        calls.add("audio");
      }

      @Override
      public CompletionStage<StreamSummary> end() {
        return CompletableFuture.completedFuture(StreamSummary.of(""));
      }

      @Override
      public void detached() {
        calls.add("detached");
      }

      @Override
      public void resumed() {
        calls.add("resumed");
      }

      @Override
      public void close(EndReason reason) {
        calls.add("close " + reason);
      }
    };
  }

  /** A real one that says when a session is forgotten. */
  private SessionStore store() {
    SessionStore real = new InMemorySessionStore(100, scheduler::nanoTime);
    return (SessionStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SessionStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("remove")) {
                whenForgotten.run();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static ConnectionListener nobody() {
    return (ConnectionListener)
        Proxy.newProxyInstance(
            ResumesUnderManyThreadsTest.class.getClassLoader(),
            new Class<?>[] {ConnectionListener.class},
            (proxy, method, arguments) -> null);
  }

  /** Takes everything. */
  private static final class Nowhere implements Transport {
    @Override
    public String id() {
      return "c";
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void sendText(String text, Completion completion) {
      completion.completed(null);
    }

    @Override
    public void sendBinary(ByteBuffer data, Completion completion) {
      completion.completed(null);
    }

    @Override
    public void ping(ByteBuffer payload) {}

    @Override
    public void close(CloseCode code) {}
  }
}

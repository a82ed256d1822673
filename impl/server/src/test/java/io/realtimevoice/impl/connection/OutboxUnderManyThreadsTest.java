package io.realtimevoice.impl.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.OverflowPolicy;
import io.realtimevoice.protocol.CloseCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OutboxUnderManyThreadsTest {

  private static final int PRODUCERS = 4;
  private static final int FRAMES = 5_000;

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);
  private final ExecutorService container = Executors.newFixedThreadPool(2);
  private final ExecutorService producers = Executors.newFixedThreadPool(PRODUCERS);
  private final RecordingOwner owner = new RecordingOwner();
  private final CrowdedTransport transport = new CrowdedTransport();

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
    container.shutdownNow();
    producers.shutdownNow();
  }

  @Test
  void everyFrameIsWrittenOnceInTheOrderOfItsProducerAndNeverTwoAtATime() throws Exception {
    Outbox outbox =
        new Outbox(
            transport,
            new Threads(),
            new Outbox.Bounds(
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                OverflowPolicy.DROP_OLDEST,
                Duration.ofNanos(1),
                5),
            owner);
    produce(outbox);
    transport.all.await();

    assertEquals(0, transport.overlaps.get());
    for (int producer = 0; producer < PRODUCERS; producer++) {
      int each = producer;
      assertEquals(
          IntStream.range(0, FRAMES).mapToObj(Integer::toString).toList(),
          transport.written.stream()
              .filter(frame -> frame.startsWith(each + ":"))
              .map(frame -> frame.substring(2))
              .toList());
    }
  }

  @Test
  void anOverflowIsToldOnceHoweverManyThreadsRunIntoIt() throws Exception {
    for (int round = 0; round < 2_000; round++) {
      RecordingOwner one = new RecordingOwner();
      Outbox outbox =
          new Outbox(
              transport,
              new ManualScheduler(),
              new Outbox.Bounds(Frame.OVERHEAD, 0, OverflowPolicy.DROP_OLDEST, Duration.ZERO, 0),
              one);
      CyclicBarrier start = new CyclicBarrier(PRODUCERS);
      List<Future<?>> running = new ArrayList<>();
      for (int producer = 0; producer < PRODUCERS; producer++) {
        running.add(
            producers.submit(
                () -> {
                  start.await();
                  return outbox.offer(new Frame.Text("too long", Frame.Progress.IGNORED));
                }));
      }
      for (Future<?> each : running) {
        assertEquals(false, each.get());
      }
      assertEquals(List.of("broken 4481"), one.told);
    }
  }

  @Test
  void aDiscardInTheMiddleEndsAllWithoutAFrameTooMany() throws Exception {
    for (int round = 0; round < 200; round++) {
      CrowdedTransport each = new CrowdedTransport();
      Outbox outbox =
          new Outbox(
              each,
              new Threads(),
              new Outbox.Bounds(
                  Integer.MAX_VALUE, 1_000, OverflowPolicy.DROP_OLDEST, Duration.ofNanos(1), 1_000),
              owner);
      CyclicBarrier start = new CyclicBarrier(2);
      Future<?> producer =
          producers.submit(
              () -> {
                start.await();
                int frame = 0;
                while (offer(outbox, 0, frame)) {
                  frame++;
                }
                return null;
              });
      start.await();
      outbox.discard();
      producer.get();

      assertFalse(outbox.offer(new Frame.Close(CloseCode.NORMAL)));
      assertEquals(0, each.overlaps.get());
    }
  }

  private static boolean offer(Outbox outbox, int producer, int frame) {
    String name = producer + ":" + frame;
    return (frame % 3 == 0 && producer % 2 == 0)
        ? outbox.offer(new Frame.Binary(ByteBuffer.wrap(name.getBytes(US_ASCII))))
        : outbox.offer(new Frame.Text(name, Frame.Progress.IGNORED));
  }

  private void produce(Outbox outbox) throws Exception {
    CyclicBarrier start = new CyclicBarrier(PRODUCERS);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < PRODUCERS; i++) {
      int producer = i;
      running.add(
          producers.submit(
              () -> {
                start.await();
                for (int frame = 0; frame < FRAMES; frame++) {
                  assertTrue(offer(outbox, producer, frame));
                }
                return null;
              }));
    }
    for (Future<?> each : running) {
      each.get();
    }
  }

  private final class Threads implements Scheduler {
    @Override
    public void perform(Runnable task) {
      execute(task);
    }

    @Override
    public void execute(Runnable task) {
      threads.execute(task);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
      ScheduledFuture<?> future = threads.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }
  }

  /** Completes within the call, on another thread, or not well, in turn. */
  private final class CrowdedTransport implements Transport {
    final List<String> written = Collections.synchronizedList(new ArrayList<>());
    final CountDownLatch all = new CountDownLatch(PRODUCERS * FRAMES);
    final AtomicInteger overlaps = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private int sends;

    @Override
    public String id() {
      return "crowded";
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void sendText(String text, Completion completion) {
      send(text, completion);
    }

    @Override
    public void sendBinary(ByteBuffer data, Completion completion) {
      byte[] bytes = new byte[data.remaining()];
      data.get(bytes);
      send(new String(bytes, US_ASCII), completion);
    }

    @Override
    public void ping(ByteBuffer payload) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close(CloseCode code) {}

    private void send(String frame, Completion completion) {
      if (inFlight.incrementAndGet() != 1) {
        overlaps.incrementAndGet();
      }
      switch (sends++ % 7) {
        case 0, 1, 2 -> write(frame, completion);
        case 3 -> {
          inFlight.decrementAndGet();
          throw new IllegalStateException("busy");
        }
        case 4 ->
            container.execute(
                () -> {
                  inFlight.decrementAndGet();
                  completion.completed(new IOException("lost"));
                });
        default -> container.execute(() -> write(frame, completion));
      }
    }

    private void write(String frame, Completion completion) {
      written.add(frame);
      inFlight.decrementAndGet();
      completion.completed(null);
      all.countDown();
    }
  }
}

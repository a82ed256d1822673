package io.realtimevoice.impl.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.realtimevoice.OverflowPolicy;
import io.realtimevoice.protocol.CloseCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;

/**
 * An outbox for Lincheck, and all that is around it. Everything happens within the operations, on
 * the threads that call them: what is left to a scheduler is done at once.
 */
public class OutboxSubject implements Transport, Scheduler, Outbox.Owner {

  private static final int CONTROL = 10_000;
  private static final int RETRIES = 1_000;

  final Outbox outbox;

  final WrittenFrames control = new WrittenFrames();
  final WrittenFrames audio = new WrittenFrames();
  final AtomicInteger bytesDropped = new AtomicInteger();

  private final AtomicReference<InFlight> inFlight = new AtomicReference<>();

  private record InFlight(String frame, WrittenFrames lane, Completion completion) {}

  OutboxSubject(int audioBytes) {
    outbox =
        new Outbox(
            this,
            this,
            new Outbox.Bounds(
                CONTROL, audioBytes, OverflowPolicy.DROP_OLDEST, Duration.ZERO, RETRIES),
            this);
  }

  @Operation
  public boolean offerAudio(@Param(gen = ThreadIdGen.class) int thread) {
    ByteBuffer data = ByteBuffer.wrap(audio.next(thread).getBytes(US_ASCII));
    return audio.offered(thread, outbox.offerAudio(data));
  }

  /** The container has written what it has. */
  @Operation
  public void complete() {
    InFlight written = inFlight.getAndSet(null);
    if (written != null) {
      written.lane().written(written.frame());
      written.completion().completed(null);
    }
  }

  /** The container could not write what it has. */
  @Operation
  public void fail() {
    InFlight lost = inFlight.getAndSet(null);
    if (lost != null) {
      lost.completion().completed(new IOException("lost"));
    }
  }

  boolean offerControl(int thread) {
    Frame frame = new Frame.Text(control.next(thread), Frame.Progress.IGNORED);
    return control.offered(thread, outbox.offer(frame));
  }

  /** The container writes all that is left; once no other thread is there. */
  void completeAll() {
    while (inFlight.get() != null) {
      complete();
    }
  }

  void handedOver(String frame, WrittenFrames lane, Completion completion) {
    if (!inFlight.compareAndSet(null, new InFlight(frame, lane, completion))) {
      throw new AssertionError("two frames at a time: " + inFlight.get() + " and " + frame);
    }
  }

  @Override
  public void sendText(String text, Completion completion) {
    handedOver(text, control, completion);
  }

  @Override
  public void sendBinary(ByteBuffer data, Completion completion) {
    handedOver(US_ASCII.decode(data).toString(), audio, completion);
  }

  @Override
  public void ping(ByteBuffer payload) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String id() {
    return "c1";
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close(CloseCode code) {}

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
    task.run();
    return () -> {};
  }

  @Override
  public long nanoTime() {
    return 0;
  }

  @Override
  public void closeReached(CloseCode code) {}

  @Override
  public void retrying(int time, Throwable cause) {}

  @Override
  public void broken(CloseCode code, Throwable cause) {
    throw new AssertionError("broken with " + code, cause);
  }

  @Override
  public void audioDropped(int bytes) {
    bytesDropped.addAndGet(bytes);
  }

  @Override
  public String gap(long bytes) {
    return null;
  }
}

package io.realtimevoice.impl.connection;

import io.realtimevoice.protocol.CloseCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * A transport that notes what was written, and completes each send as the test wants: within the
 * call unless it was told otherwise. Two frames at a time are an error of their own.
 */
public final class FakeTransport implements Transport {

  private final List<String> written = new ArrayList<>();
  private final Queue<Throwable> failures = new ArrayDeque<>();
  private final Queue<RuntimeException> throwables = new ArrayDeque<>();
  private boolean open = true;
  private boolean byHand;
  private int sends;
  private int completions = 1;
  private String frame;
  private Completion inFlight;
  private ByteBuffer lastPing;

  /** Sends complete only by {@link #complete} and {@link #fail} from here on. */
  public FakeTransport completedByHand() {
    byHand = true;
    return this;
  }

  /** Sends complete within the call from here on. */
  public void completedAtOnce() {
    byHand = false;
  }

  /** Every completion within a call is told so many times. */
  public void tellCompletions(int times) {
    completions = times;
  }

  /** The next send is told to have failed; may be called several times for several sends. */
  public void failNext(Throwable failure) {
    failures.add(failure);
  }

  /** The next send throws; may be called several times for several sends. */
  public void throwNext(RuntimeException thrown) {
    throwables.add(thrown);
  }

  /** What the container says of the connection. */
  public void open(boolean isOpen) {
    open = isOpen;
  }

  /** The frame in flight has been written. */
  public void complete() {
    written.add(frame);
    take().completed(null);
  }

  /** The frame in flight could not be written. */
  public void fail(Throwable failure) {
    take().completed(failure);
  }

  /** The completion of the frame in flight, which the transport forgets. */
  public Completion take() {
    Completion taken = inFlight;
    inFlight = null;
    return taken;
  }

  public boolean busy() {
    return inFlight != null;
  }

  /** How often a send was begun. */
  public int sends() {
    return sends;
  }

  /** What was written: texts as they are, {@code binary 0102}, {@code ping}, {@code close 1000}. */
  public List<String> written() {
    return List.copyOf(written);
  }

  /** What was written since the last call. */
  public List<String> takeWritten() {
    List<String> taken = written();
    written.clear();
    return taken;
  }

  /** The payload of the last ping, as a pong repeats it. */
  public ByteBuffer pong() {
    return lastPing.duplicate();
  }

  @Override
  public String id() {
    return "c1";
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void sendText(String text, Completion completion) {
    send(text, completion);
  }

  @Override
  public void sendBinary(ByteBuffer data, Completion completion) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    send("binary " + java.util.HexFormat.of().formatHex(bytes), completion);
  }

  @Override
  public void ping(ByteBuffer payload) throws IOException {
    sends++;
    if (!failures.isEmpty()) {
      throw new IOException(failures.remove());
    }
    lastPing = ByteBuffer.allocate(payload.remaining()).put(payload).flip();
    written.add("ping");
  }

  @Override
  public void close(CloseCode code) {
    written.add("close " + code.code());
    open = false;
  }

  private void send(String what, Completion completion) {
    sends++;
    if (inFlight != null) {
      throw new AssertionError("two frames at a time: " + frame + " and " + what);
    }
    if (!throwables.isEmpty()) {
      throw throwables.remove();
    }
    frame = what;
    inFlight = completion;
    if (!byHand) {
      Throwable failure = failures.poll();
      if (failure == null) {
        written.add(what);
      }
      take();
      for (int i = 0; i < completions; i++) {
        completion.completed(failure);
      }
    }
  }
}

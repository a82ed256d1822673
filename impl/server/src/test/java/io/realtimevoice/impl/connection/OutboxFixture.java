package io.realtimevoice.impl.connection;

import io.realtimevoice.OverflowPolicy;
import io.realtimevoice.protocol.CloseCode;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/** An outbox on a fake transport, in virtual time. */
final class OutboxFixture {

  static final int CONTROL = 1_000;
  static final int AUDIO = 10;
  static final int RETRIES = 3;
  static final Duration RETRY_DELAY = Duration.ofMillis(100);

  final ManualScheduler scheduler = new ManualScheduler();
  final FakeTransport transport = new FakeTransport();
  final RecordingOwner owner = new RecordingOwner();
  final Outbox outbox =
      new Outbox(
          transport,
          scheduler,
          new Outbox.Bounds(CONTROL, AUDIO, OverflowPolicy.DROP_OLDEST, RETRY_DELAY, RETRIES),
          owner);

  boolean text(String text) {
    return outbox.offer(new Frame.Text(text, Frame.Progress.IGNORED));
  }

  boolean binary(int... bytes) {
    return outbox.offer(new Frame.Binary(bytes(bytes)));
  }

  boolean ping() {
    return outbox.offer(new Frame.Ping(bytes(7)));
  }

  boolean close(CloseCode code) {
    return outbox.offer(new Frame.Close(code));
  }

  boolean audio(int... bytes) {
    return outbox.offerAudio(bytes(bytes));
  }

  /** Runs what is due, and gives what was written by that. */
  List<String> written() {
    scheduler.run();
    return transport.takeWritten();
  }

  /** Lets time pass, and gives what was written meanwhile. */
  List<String> writtenAfter(Duration time) {
    scheduler.advance(time);
    return transport.takeWritten();
  }

  static ByteBuffer bytes(int... values) {
    ByteBuffer data = ByteBuffer.allocate(values.length);
    for (int value : values) {
      data.put((byte) value);
    }
    return data.flip();
  }
}

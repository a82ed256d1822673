package io.realtimevoice.bench.load;

import io.realtimevoice.client.StartFields;
import io.realtimevoice.client.VoiceClient;
import io.realtimevoice.client.VoiceListener;
import io.realtimevoice.client.VoiceStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Sessions that talk in real time to the engine that plays back what it hears: a frame every 20 ms,
 * with the time at which it was due. So a frame that leaves late counts as late.
 */
final class Talkers implements AutoCloseable {

  private static final String LOOPBACK = "loopback";
  private static final int FRAME_BYTES = 640;
  private static final Duration FRAME = Duration.ofMillis(20);

  /** For what is made when the first one begins, and would make all its frames late. */
  private static final Duration BEGIN = Duration.ofMillis(100);

  private static final long PATIENCE_SECONDS = 60;
  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);

  /** The last frames of a measurement may be on their way for ten seconds. */
  private static final Duration LOOK = Duration.ofMillis(100);

  private static final int LOOKS = 100;

  private final Timers timers = new Timers(1);
  private final List<VoiceClient> clients = new ArrayList<>();
  private final AtomicLong sent = new AtomicLong();
  private final ConcurrentHistogram times = new ConcurrentHistogram(LONGEST_MICROS, 3);
  private volatile long from = Long.MAX_VALUE;
  private volatile long until = Long.MIN_VALUE;

  Talkers(URI uri, int sessions) throws Exception {
    for (int i = 0; i < sessions; i++) {
      VoiceClient client = VoiceClient.builder(uri).listener(new Listener()).build();
      clients.add(client);
      VoiceStream stream =
          client
              .connect()
              .thenCompose(welcome -> client.start(StartFields.DEFAULT.engineType(LOOPBACK)))
              .toCompletableFuture()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      Duration offset = FRAME.multipliedBy(i).dividedBy(sessions);
      talk(stream, offset);
    }
  }

  private void talk(VoiceStream stream, Duration offset) {
    long begin = System.nanoTime() + BEGIN.plus(offset).toNanos();
    AtomicLong frames = new AtomicLong();
    Runnable frame =
        () -> {
          long due = begin + frames.getAndIncrement() * FRAME.toNanos();
          stream.send(ByteBuffer.allocate(FRAME_BYTES).putLong(0, due));
          if (isMeasured(due)) {
            sent.incrementAndGet();
          }
        };
    timers.every(Duration.ofNanos(begin - System.nanoTime()), FRAME, frame);
  }

  /** The round trips of a time that begins now. */
  RoundTrips measure(Duration time) throws InterruptedException {
    times.reset();
    sent.set(0);
    long now = System.nanoTime();
    until = now + time.toNanos();
    from = now;
    try (Timers waiting = new Timers(1)) {
      waiting.await(time);
      for (int i = 0; i < LOOKS && times.getTotalCount() < sent.get(); i++) {
        waiting.await(LOOK);
      }
    }
    from = Long.MAX_VALUE;
    return new RoundTrips(sent.get(), times.copy());
  }

  private boolean isMeasured(long due) {
    return due - from >= 0 && due - until < 0;
  }

  @Override
  public void close() {
    timers.close();
    clients.forEach(VoiceClient::close);
  }

  private final class Listener implements VoiceListener {
    @Override
    public void onAudio(ByteBuffer audio) {
      long due = audio.getLong(audio.position());
      if (isMeasured(due)) {
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
        times.recordValue(Math.min(LONGEST_MICROS, Math.max(0, micros)));
      }
    }
  }
}

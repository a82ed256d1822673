package io.realtimevoice.bench.micro;

import io.realtimevoice.event.ConnectionClosed;
import io.realtimevoice.impl.connection.Traffic;
import io.realtimevoice.impl.diagnosis.FlightRecorder;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is done once for each connection, and so may make an object: its record, its verdict. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecordBenchmark {

  private static final Duration A_MOMENT = Duration.ofMillis(42);

  private final FullRecorder full = new FullRecorder();
  private final FlightRecorder recorder = full.recorder();
  private final Traffic traffic = new Traffic();
  private final String[] others = new String[2 * FlightRecorder.ROOM];
  private final ConnectionClosed[] closes = new ConnectionClosed[FlightRecorder.ROOM];
  private int number;

  /** With ids that the recorder has forgotten when they come again. */
  public RecordBenchmark() {
    for (int i = 0; i < others.length; i++) {
      others[i] = UUID.randomUUID().toString();
    }
    for (int i = 0; i < closes.length; i++) {
      closes[i] = new ConnectionClosed(full.id(i), 1000, A_MOMENT);
    }
  }

  /** The oldest record gives way to a new one. */
  @Benchmark
  public void opened() {
    number = (number + 1) % others.length;
    recorder.opened(others[number], traffic);
  }

  /** The end, with its verdict. */
  @Benchmark
  public void closed() {
    number = (number + 1) % closes.length;
    recorder.closed(closes[number]);
  }
}

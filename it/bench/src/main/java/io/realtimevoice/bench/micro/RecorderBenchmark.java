package io.realtimevoice.bench.micro;

import io.realtimevoice.impl.connection.Traffic;
import io.realtimevoice.impl.diagnosis.FlightRecorder;
import io.realtimevoice.protocol.ErrorCode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the flight recorder adds to each step of a connection, when it is full: on one connection
 * over and over, and on all in turn, which no cache holds.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecorderBenchmark {

  private static final Duration A_MOMENT = Duration.ofMillis(42);

  /** How many connections have the events. */
  @Param({"1", "10000"})
  public int connections = 1;

  private final FullRecorder full = new FullRecorder();
  private final FlightRecorder recorder = full.recorder();
  private final Traffic traffic = new Traffic();
  private int number;

  private int next() {
    number = number + 1 < connections ? number + 1 : 0;
    return number;
  }

  /** A welcome goes out. */
  @Benchmark
  public void welcomeAttempted() {
    recorder.welcomeAttempted(full.id(next()), 1);
  }

  /** It is written. */
  @Benchmark
  public void welcomeSent() {
    recorder.welcomeSent(full.id(next()), 1, A_MOMENT);
  }

  /** The peer's stack has it. */
  @Benchmark
  public void welcomeReceived() {
    recorder.welcomeReceived(full.id(next()), A_MOMENT);
  }

  /** The peer's code has it. */
  @Benchmark
  public void welcomeAcknowledged() {
    recorder.welcomeLate(full.id(next()), A_MOMENT);
  }

  /** A hello with a nonce, which is one more entry to look up. */
  @Benchmark
  public void greeted() {
    int next = next();
    recorder.greeted(full.id(next), full.nonce(next));
  }

  /** A stream is asked for. */
  @Benchmark
  public void starting() {
    recorder.starting(full.id(next()));
  }

  /** It is open. */
  @Benchmark
  public void ready() {
    recorder.ready(full.id(next()));
  }

  /** An error goes out. */
  @Benchmark
  public void told() {
    recorder.told(full.id(next()), ErrorCode.TOO_FAST);
  }

  /** A frame is sent again. */
  @Benchmark
  public void retrying() {
    recorder.retrying(full.id(next()), 1, null);
  }

  /** Audio was left out. */
  @Benchmark
  public void audioDropped() {
    recorder.audioDropped(full.id(next()), 640);
  }

  /** The channel closes. */
  @Benchmark
  public void closing() {
    recorder.closing(full.id(next()), 1000);
  }

  /** A message has come, and was counted: the only event of every message. */
  @Benchmark
  public void messageIn() {
    traffic.binaryIn(640, number);
    traffic.audioIn(number);
  }
}

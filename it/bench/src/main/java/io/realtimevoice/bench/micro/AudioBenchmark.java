package io.realtimevoice.bench.micro;

import java.nio.ByteBuffer;
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

/** The hot paths: a frame of 20 ms between the container and the application. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AudioBenchmark {

  private final OneSession session = new OneSession();
  private final ByteBuffer frame = OneSession.frame();

  /** From the message that the container has read to the application's stream. */
  @Benchmark
  public long in() {
    session.line().audio(frame.clear());
    return session.heard();
  }

  /** From the application's call to the container, which has written it at once. */
  @Benchmark
  public long out() {
    session.session().play(frame.clear());
    return session.played();
  }
}

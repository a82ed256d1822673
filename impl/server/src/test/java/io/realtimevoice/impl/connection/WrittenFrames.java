package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What went through one lane of an outbox. A frame is named by the thread that offers it and by its
 * number among that thread's frames. No lock: one frame at a time is written, and each thread
 * counts for itself.
 */
final class WrittenFrames {

  private static final int MOST_THREADS = 8;

  private final int[] offered = new int[MOST_THREADS];
  private final List<String> written = new ArrayList<>();

  /** The name of a thread's next frame. */
  String next(int thread) {
    return thread + ":" + offered[thread];
  }

  /** The next frame was taken, or not. */
  boolean offered(int thread, boolean taken) {
    offered[thread] += taken ? 1 : 0;
    return taken;
  }

  void written(String frame) {
    written.add(frame);
  }

  int size() {
    return written.size();
  }

  int missing() {
    return IntStream.of(offered).sum() - written.size();
  }

  /** Of each thread, its first frames were written, in its order. */
  void assertFirst() {
    for (int thread = 0; thread < MOST_THREADS; thread++) {
      List<Integer> numbers = numbers(thread);
      assertEquals(IntStream.range(0, numbers.size()).boxed().toList(), numbers);
      assertTrue(numbers.size() <= offered[thread]);
    }
  }

  /** Of each thread, some frames were written, in its order. */
  void assertInOrder() {
    for (int thread = 0; thread < MOST_THREADS; thread++) {
      List<Integer> numbers = numbers(thread);
      assertEquals(numbers.stream().distinct().sorted().toList(), numbers);
    }
  }

  private List<Integer> numbers(int thread) {
    String prefix = thread + ":";
    return written.stream()
        .filter(frame -> frame.startsWith(prefix))
        .map(frame -> Integer.valueOf(frame.substring(prefix.length())))
        .toList();
  }

  @Override
  public String toString() {
    return written.toString();
  }
}

package io.realtimevoice.impl.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class NarrowTest {

  private final Queue<Runnable> threads = new ArrayDeque<>();
  private final Narrow narrow = new Narrow(threads::add, 2);
  private final List<Integer> ran = new ArrayList<>();

  @Test
  void takesNoMoreThreadsThanItsWidth() {
    add(5);

    assertEquals(2, threads.size());
  }

  @Test
  void runsAllInTheirOrder() {
    add(5);
    runThreads();

    assertEquals(List.of(0, 1, 2, 3, 4), ran);
  }

  @Test
  void runsWhatComesWhenAllHasRun() {
    add(3);
    runThreads();
    add(2);
    runThreads();

    assertEquals(List.of(0, 1, 2, 0, 1), ran);
  }

  @Test
  void runsWhatComesDuringATask() {
    narrow.execute(() -> add(2));
    runThreads();

    assertEquals(List.of(0, 1), ran);
  }

  @Test
  void goesOnBehindATaskThatThrows() {
    for (int i = 0; i < 3; i++) {
      narrow.execute(
          () -> {
            throw new IllegalStateException("planned");
          });
    }
    add(1);
    for (int i = 0; i < 3; i++) {
      assertThrows(IllegalStateException.class, () -> threads.remove().run());
    }
    runThreads();

    assertEquals(List.of(0), ran);
    add(5);
    assertEquals(2, threads.size());
  }

  private void add(int tasks) {
    for (int i = 0; i < tasks; i++) {
      int number = i;
      narrow.execute(() -> ran.add(number));
    }
  }

  private void runThreads() {
    for (Runnable thread = threads.poll(); thread != null; thread = threads.poll()) {
      thread.run();
    }
  }
}

package io.realtimevoice.client.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final int THREADS = 4;
  private static final int TASKS = 20_000;

  @Test
  void areOneAtATimeInOrderAndNoneIsLost() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Turns turns = new Turns(threads);
      List<Integer> done = new ArrayList<>();
      CountDownLatch all = new CountDownLatch(TASKS);
      for (int i = 0; i < TASKS; i++) {
        int number = i;
        turns.execute(
            () -> {
              done.add(number);
              all.countDown();
            });
      }
      all.await();

      for (int i = 0; i < TASKS; i++) {
        assertEquals(i, done.get(i));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void goOnAfterATaskThatThrows() {
    List<Runnable> queue = new ArrayList<>();
    Turns turns = new Turns(queue::add);
    List<String> done = new ArrayList<>();
    turns.execute(
        () -> {
          throw new IllegalStateException("planned");
        });
    turns.execute(() -> done.add("next"));
    queue.remove(0).run();

    assertEquals(List.of("next"), done);
  }

  @Test
  void giveOthersTheirTurn() {
    List<Runnable> queue = new ArrayList<>();
    Turns turns = new Turns(queue::add);
    List<Integer> done = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int number = i;
      turns.execute(() -> done.add(number));
    }
    queue.remove(0).run();
    assertEquals(64, done.size());
    queue.remove(0).run();

    assertEquals(100, done.size());
  }
}

package io.realtimevoice.client.execution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SharedThreadsTest {

  private static final int SOURCES = 50;
  private static final long GENEROUS_SECONDS = 60;

  @Test
  void letAnyNumberOfSourcesWaitForAudioAndHandshakesHaveTheirTurn() throws InterruptedException {
    CountDownLatch reading = new CountDownLatch(SOURCES);
    CountDownLatch audio = new CountDownLatch(1);
    CountDownLatch shaken = new CountDownLatch(1);
    for (int i = 0; i < SOURCES; i++) {
      SharedThreads.reading()
          .execute(
              () -> {
                reading.countDown();
                try {
                  audio.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
    }
    try {
      assertTrue(reading.await(GENEROUS_SECONDS, TimeUnit.SECONDS));
      SharedThreads.waiting().execute(shaken::countDown);
      assertTrue(shaken.await(GENEROUS_SECONDS, TimeUnit.SECONDS));
    } finally {
      audio.countDown();
    }
  }
}

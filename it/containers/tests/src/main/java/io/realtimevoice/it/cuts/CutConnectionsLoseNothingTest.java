package io.realtimevoice.it.cuts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.deployment.VoiceWar;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every key of every dictation arrives, in order, once, however often its connection is cut. */
@ExtendWith(ArquillianExtension.class)
class CutConnectionsLoseNothingTest {

  /** Of the random cuts; for a run that takes long, set it higher. */
  private static final int CUTS = Integer.getInteger("it.cuts", 300);

  private static final int IN_A_ROW = Math.min(1_000, CUTS);
  private static final int SESSIONS_AT_A_TIME = 16;
  private static final int KEYS = 40;
  private static final int MEAN_BYTES = 8_000;
  private static final int SHORT = 2;
  private static final int FIRST_FRAMES = 30;

  private final long seed = Long.getLong("it.seed", System.nanoTime());

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive sample() {
    return VoiceWar.sample("cuts");
  }

  @Test
  void anywhere() throws Exception {
    Random random = new Random(seed);
    AtomicInteger sessions = new AtomicInteger();
    ExecutorService speakers = Executors.newFixedThreadPool(SESSIONS_AT_A_TIME);
    long begun = System.nanoTime();
    try (Cutter cutter = cutter(connection -> cut(connection))) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < SESSIONS_AT_A_TIME; i++) {
        Random own = new Random(random.nextLong());
        all.add(
            speakers.submit(
                () -> {
                  while (cutter.cuts() < CUTS) {
                    dictates(cutter, Dictating.keys(own, KEYS));
                    sessions.incrementAndGet();
                  }
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
      System.out.printf(
          "%d cuts of %d connections in %d sessions of %d keys in %d s, seed %d: nothing lost%n",
          cutter.cuts(),
          cutter.connections(),
          sessions.get(),
          KEYS,
          TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun),
          seed);
      assertTrue(cutter.cuts() >= CUTS);
    } finally {
      speakers.shutdownNow();
    }
  }

  @Test
  void beforeAnyMessage() throws Exception {
    for (Cut.Way way : Cut.Way.values()) {
      for (long bytes : new long[] {0, 1, 50}) {
        Cut cut = new Cut(way, -1, bytes, Cut.End.KILL, 0);
        once(cut, Cut.NONE);
      }
      once(Cut.behind(way, 0), Cut.NONE);
    }
  }

  @Test
  void behindEveryMessageOfAShortDictation() throws Exception {
    for (Cut.Way way : Cut.Way.values()) {
      for (int frame = 1; frame <= FIRST_FRAMES; frame++) {
        once(Cut.behind(way, frame), Cut.NONE);
      }
    }
  }

  @Test
  void behindEveryMessageOfTheResume() throws Exception {
    for (Cut.Way way : Cut.Way.values()) {
      for (int frame = 0; frame <= 6; frame++) {
        once(Cut.behind(Cut.Way.UP, 8), Cut.behind(way, frame));
      }
    }
  }

  @Test
  void againAndAgainOnOneSession() throws Exception {
    Random random = new Random(seed);
    try (Cutter cutter =
        cutter(
            connection ->
                connection < IN_A_ROW ? Cut.behind(Cut.Way.UP, 3 + connection % 4) : Cut.NONE)) {
      dictates(cutter, Dictating.keys(random, IN_A_ROW / 4));
      System.out.printf("%d cuts of one session: nothing lost%n", cutter.cuts());
    }
  }

  @Test
  void withTheOldSocketLeftAlive() throws Exception {
    once(new Cut(Cut.Way.UP, 10, Long.MAX_VALUE, Cut.End.LEAVE_SERVER, 0), Cut.NONE);
    once(new Cut(Cut.Way.DOWN, 4, Long.MAX_VALUE, Cut.End.LEAVE_SERVER, 0), Cut.NONE);
  }

  private Cut cut(int connection) {
    return Cut.anywhere(new Random(seed + connection), MEAN_BYTES);
  }

  private void once(Cut first, Cut second) throws Exception {
    try (Cutter cutter =
        cutter(
            connection ->
                switch (connection) {
                  case 0 -> first;
                  case 1 -> second;
                  default -> Cut.NONE;
                })) {
      dictates(cutter, Dictating.keys(new Random(seed), SHORT), first + ", then " + second);
    }
  }

  private void dictates(Cutter cutter, String keys) throws Exception {
    dictates(cutter, keys, "seed " + seed);
  }

  private void dictates(Cutter cutter, String keys, String how) throws Exception {
    ChannelAddress direct = ChannelAddress.of(application);
    URI uri = new ChannelAddress(cutter.port(), direct.contextPath()).stream();
    Dictating.Outcome outcome = Dictating.dictate(uri, keys);
    assertEquals(keys, outcome.text(), () -> how + "; " + outcome.timeline());
    assertEquals(keys, outcome.finals(), () -> how + "; " + outcome.timeline());
  }

  private Cutter cutter(IntFunction<Cut> plan) throws Exception {
    return new Cutter(application.getPort(), plan);
  }
}

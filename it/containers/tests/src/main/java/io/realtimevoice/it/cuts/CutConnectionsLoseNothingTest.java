package io.realtimevoice.it.cuts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.deployment.VoiceWar;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
  private static final int KEYS = 40;

  /** As many as have about so many cuts. */
  private static final int SESSIONS_AT_A_TIME = Math.min(64, Math.max(4, CUTS / 25));

  private static final int MEAN_BYTES = 8_000;
  private static final int SHORT = 2;
  private static final int ATTEMPTS = 3;

  /** What a short dictation has at least: welcome, ready, two results a key, a final, stopped. */
  private static final int LEAST_DOWN = 4 + 2 * SHORT;

  /** And hello, start, stop, and audio in between. */
  private static final int LEAST_UP = 3 + 10 * SHORT;

  /** And a resume: hello, resume, ack, and what is left; welcome, resumed, and what is left. */
  private static final int LEAST_IN_RESUME = 4;

  private final long seed = Long.getLong("it.seed", System.nanoTime());

  @ArquillianResource private URL application;

  /** A dictation and what became of it. */
  private record Trial(String how, int cuts, Dictating.Outcome outcome) {}

  @Deployment(testable = false)
  static WebArchive sample() {
    return VoiceWar.sample("cuts", ShortHeartbeats.class, OneTimeTickets.class);
  }

  @Test
  void anywhere() throws Exception {
    Random random = new Random(seed);
    AtomicInteger sessions = new AtomicInteger();
    AtomicInteger resumes = new AtomicInteger();
    ExecutorService speakers = Executors.newFixedThreadPool(SESSIONS_AT_A_TIME);
    long begun = System.nanoTime();
    try (Cutter cutter = cutter((connection, cuts) -> anywhere(connection))) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < SESSIONS_AT_A_TIME; i++) {
        Random own = new Random(random.nextLong());
        all.add(
            speakers.submit(
                () -> {
                  while (cutter.cuts() < CUTS) {
                    Dictating.Outcome outcome =
                        dictate(cutter, Dictating.keys(own, KEYS), "seed " + seed);
                    resumes.addAndGet(outcome.resumes());
                    sessions.incrementAndGet();
                  }
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
      System.out.printf(
          "%d cuts %s of %d connections, %d resumes, %d sessions of %d keys in %d s, seed %d:"
              + " nothing lost%n",
          cutter.cuts(),
          cutter.cutsByEnd(),
          cutter.connections(),
          resumes.get(),
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
        assertEquals(1, dictate(Cut.after(way, bytes)).cuts());
      }
      assertEquals(1, dictate(Cut.behind(way, 0)).cuts());
    }
  }

  @Test
  void behindEveryMessageOfAShortDictation() throws Exception {
    int up = boundaries(Cut.Way.UP);
    int down = boundaries(Cut.Way.DOWN);
    System.out.printf("cut behind each of %d messages up and %d down: nothing lost%n", up, down);
    assertTrue(up >= LEAST_UP, () -> "only " + up);
    assertTrue(down >= LEAST_DOWN, () -> "only " + down);
  }

  @Test
  void behindEveryMessageOfTheResume() throws Exception {
    Cut before = Cut.behind(Cut.Way.UP, 8);
    int up = boundaries(Cut.Way.UP, before);
    int down = boundaries(Cut.Way.DOWN, before);
    System.out.printf(
        "cut behind each of %d messages up and %d down of a resumed session: nothing lost%n",
        up, down);
    assertTrue(up >= LEAST_IN_RESUME, () -> "only " + up);
    assertTrue(down >= LEAST_IN_RESUME, () -> "only " + down);
  }

  @Test
  void againAndAgainOnOneSession() throws Exception {
    Random random = new Random(seed);
    try (Cutter cutter =
        cutter(
            (connection, cuts) ->
                cuts < IN_A_ROW ? Cut.behind(Cut.Way.UP, 1 + connection % 6) : Cut.NONE)) {
      Dictating.Outcome outcome =
          dictate(cutter, Dictating.keys(random, IN_A_ROW / 4), "seed " + seed);
      System.out.printf(
          "%d cuts of one session, %d resumes: nothing lost%n", cutter.cuts(), outcome.resumes());
      assertEquals(IN_A_ROW, cutter.cuts());
    }
  }

  @Test
  void withTheOldServersSocketLeftAlive() throws Exception {
    for (Trial each :
        together(
            Cut.behind(Cut.Way.UP, 10, Cut.End.LEAVE_SERVER, 0),
            Cut.behind(Cut.Way.DOWN, 4, Cut.End.LEAVE_SERVER, 0))) {
      assertResumed(each);
    }
  }

  /** It is the client's heartbeat that finds out. */
  @Test
  void withTheOldClientsSocketLeftAlive() throws Exception {
    for (Trial each :
        together(
            Cut.behind(Cut.Way.UP, 10, Cut.End.LEAVE_CLIENT, 0),
            Cut.behind(Cut.Way.DOWN, 4, Cut.End.LEAVE_CLIENT, 0))) {
      assertResumed(each);
      assertTrue(each.outcome().timeline().contains("HALF_OPEN"), each.outcome()::timeline);
    }
  }

  @Test
  void withOneDirectionLost() throws Exception {
    for (Trial each :
        together(
            Cut.behind(Cut.Way.UP, 10, Cut.End.HALVE, 0),
            Cut.behind(Cut.Way.DOWN, 4, Cut.End.HALVE, 0))) {
      assertResumed(each);
    }
  }

  @Test
  void withTheLastMessagesComingLate() throws Exception {
    for (Trial each :
        together(
            Cut.behind(Cut.Way.UP, 10, Cut.End.LATE, 1),
            Cut.behind(Cut.Way.UP, 10, Cut.End.LATE, 20),
            Cut.behind(Cut.Way.UP, 10, Cut.End.LATE, 1_000),
            Cut.behind(Cut.Way.DOWN, 4, Cut.End.LATE, 1_000))) {
      assertResumed(each);
    }
  }

  @Test
  void frozenForLongerThanHeartbeats() throws Exception {
    for (Trial each :
        together(
            Cut.behind(Cut.Way.UP, 10, Cut.End.FREEZE, Cut.PAST_HEARTBEATS),
            Cut.behind(Cut.Way.DOWN, 4, Cut.End.FREEZE, Cut.PAST_HEARTBEATS),
            Cut.behind(Cut.Way.UP, 10, Cut.End.THAW, Cut.PAST_HEARTBEATS),
            Cut.behind(Cut.Way.DOWN, 4, Cut.End.THAW, Cut.PAST_HEARTBEATS))) {
      assertResumed(each);
    }
  }

  private Cut anywhere(int connection) {
    return Cut.anywhere(new Random(seed + connection), MEAN_BYTES);
  }

  private static void assertResumed(Trial trial) {
    assertEquals(1, trial.cuts(), trial::how);
    assertTrue(
        trial.outcome().resumes() > 0, () -> trial.how() + ": " + trial.outcome().timeline());
  }

  /**
   * Cuts behind the first message of the connection that follows some cuts, in another dictation
   * behind the second, and so on, until there is none.
   *
   * @return how many there were
   */
  private int boundaries(Cut.Way way, Cut... before) throws Exception {
    for (int frame = 1; ; frame++) {
      Cut[] plan = Arrays.copyOf(before, before.length + 1);
      plan[before.length] = Cut.behind(way, frame);
      int cuts = dictate(plan).cuts();
      if (cuts < plan.length) {
        assertEquals(before.length, cuts);
        return frame - 1;
      }
    }
  }

  private List<Trial> together(Cut... each) throws Exception {
    ExecutorService speakers = Executors.newFixedThreadPool(each.length);
    try {
      List<Future<Trial>> all = new ArrayList<>();
      for (Cut cut : each) {
        all.add(speakers.submit(() -> dictateUntilReady(cut)));
      }
      List<Trial> trials = new ArrayList<>();
      for (Future<Trial> trial : all) {
        trials.add(trial.get());
      }
      return trials;
    } finally {
      speakers.shutdownNow();
    }
  }

  /**
   * A short one whose connections are cut. On a busy machine one may end by itself, for the
   * heartbeats are short; the next one is cut in its place.
   */
  private Trial dictate(Cut... plan) throws Exception {
    String how = List.of(plan) + ", seed " + seed;
    try (Cutter cutter = cutter((connection, cuts) -> cuts < plan.length ? plan[cuts] : Cut.NONE)) {
      String keys = Dictating.keys(new Random(seed), SHORT);
      Dictating.Outcome outcome = dictate(cutter, keys, how);
      return new Trial(how, cutter.cuts(), outcome);
    }
  }

  /**
   * On a busy machine a welcome may be sent so often that the cut is behind one of them; then there
   * is nothing to resume.
   */
  private Trial dictateUntilReady(Cut cut) throws Exception {
    Trial trial = dictate(cut);
    for (int i = 1; i < ATTEMPTS && !trial.outcome().readyAtFirst(); i++) {
      trial = dictate(cut);
    }
    return trial;
  }

  private Dictating.Outcome dictate(Cutter cutter, String keys, String how) throws Exception {
    ChannelAddress direct = ChannelAddress.of(application);
    URI uri = new ChannelAddress(cutter.port(), direct.contextPath()).stream();
    Dictating.Outcome outcome = Dictating.dictate(uri, keys);
    assertEquals(keys, outcome.text(), () -> how + "; " + outcome.timeline());
    assertEquals(keys, outcome.finals(), () -> how + "; " + outcome.timeline());
    return outcome;
  }

  private Cutter cutter(Cutter.Plan plan) throws Exception {
    return new Cutter(application.getPort(), plan);
  }
}

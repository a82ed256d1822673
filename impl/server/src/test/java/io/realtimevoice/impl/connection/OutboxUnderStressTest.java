package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.CTestStructure;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.execution.RandomExecutionGenerator;
import org.jetbrains.lincheck.datastructures.CTestConfiguration;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.RandomProvider;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Lincheck makes up what several threads do with an outbox, tries many interleavings of it, and
 * looks for an order, of one operation after the other, that explains all results. What was written
 * is such a result, but only when all threads are done: an offer may leave its frame to whoever is
 * sending. For the same reason the order of the lanes among each other is nobody's promise.
 *
 * <p>The model checker, which chooses where threads switch, finds the rare interleavings, and
 * prints those that fail step by step; the stress test has real threads, and so the real memory.
 */
@Tag("lincheck")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OutboxUnderStressTest {

  private static final int THREADS = 2;
  private static final int AUDIO_FRAME = "0:0".length();

  @Test
  void eachLaneIsAQueueThatLosesNothingInChosenInterleavings() {
    check(modelChecking(), 5, 60, TwoQueues.class, NothingIsLost.class);
  }

  @Test
  void eachLaneIsAQueueThatLosesNothingOnRealThreads() {
    check(new StressOptions(), 10, 100, TwoQueues.class, NothingIsLost.class);
  }

  @Test
  void nothingFollowsADiscardInChosenInterleavings() {
    check(modelChecking(), 5, 60, Results.class, Discarded.class);
  }

  @Test
  void audioIsBoundedAndWhatIsMissingWasToldInChosenInterleavings() {
    check(modelChecking(), 5, 60, Results.class, Bounded.class);
  }

  /** Does not look into what is the test's own. */
  private static ModelCheckingOptions modelChecking() {
    return new ModelCheckingOptions()
        .addGuarantee(
            ManagedStrategyGuaranteeKt.forClasses(WrittenFrames.class.getName())
                .allMethods()
                .ignore());
  }

  private static <O extends Options<O, ?>> void check(
      O options, int scenarios, int runs, Class<?> specification, Class<?> subject) {
    options
        .threads(THREADS)
        .actorsBefore(2)
        .actorsPerThread(3)
        .iterations(scenarios)
        .invocationsPerIteration(runs)
        .executionGenerator(ThenTheEnd.class)
        .sequentialSpecification(specification)
        .check(subject);
  }

  /** Any operations, and then, when all threads are done, the end. */
  public static final class ThenTheEnd extends RandomExecutionGenerator {

    public ThenTheEnd(
        CTestConfiguration configuration, CTestStructure structure, RandomProvider random) {
      super(configuration, structure, random);
    }

    @Override
    public ExecutionScenario nextExecution() {
      ExecutionScenario scenario = super.nextExecution();
      return new ExecutionScenario(
          scenario.getInitExecution(),
          scenario.getParallelExecution(),
          List.of(new Actor(end(), List.of())),
          scenario.getValidationFunction());
    }

    private Method end() {
      try {
        return Ending.class.getMethod("end");
      } catch (NoSuchMethodException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** What all subjects have. */
  public interface Ending {
    /** Gives what was written, if that can be told from the operations. */
    String end();
  }

  /** The specification: what each operation gives if nothing happens at the same time. */
  public static class Results implements Ending {
    private boolean closed;

    public boolean offer(int thread) {
      return !closed;
    }

    public boolean offerAudio(int thread) {
      return !closed;
    }

    public boolean discard() {
      boolean first = !closed;
      closed = true;
      return first;
    }

    public void complete() {}

    public void fail() {}

    @Override
    public String end() {
      return "";
    }
  }

  /** The specification of both lanes. */
  public static final class TwoQueues extends Results {
    private final WrittenFrames control = new WrittenFrames();
    private final WrittenFrames audio = new WrittenFrames();

    @Override
    public boolean offer(int thread) {
      control.written(control.next(thread));
      return control.offered(thread, true);
    }

    @Override
    public boolean offerAudio(int thread) {
      audio.written(audio.next(thread));
      return audio.offered(thread, true);
    }

    @Override
    public String end() {
      return control + " " + audio;
    }
  }

  public static final class NothingIsLost extends OutboxSubject implements Ending {

    public NothingIsLost() {
      super(Integer.MAX_VALUE);
    }

    @Operation
    public boolean offer(@Param(gen = ThreadIdGen.class) int thread) {
      return offerControl(thread);
    }

    @Override
    public String end() {
      completeAll();
      return control + " " + audio;
    }
  }

  public static final class Discarded extends OutboxSubject implements Ending {
    private volatile boolean discarded;
    private int late;

    public Discarded() {
      super(Integer.MAX_VALUE);
    }

    @Operation
    public boolean offer(@Param(gen = ThreadIdGen.class) int thread) {
      return offerControl(thread);
    }

    @Operation
    public boolean discard() {
      boolean first = outbox.discard();
      discarded = true;
      return first;
    }

    @Override
    void handedOver(String frame, WrittenFrames lane, Completion completion) {
      late += discarded ? 1 : 0;
      super.handedOver(frame, lane, completion);
    }

    @Override
    public String end() {
      completeAll();
      // the sender may have come as far as the container with one frame
      assertTrue(late <= 1, () -> late + " frames after the discard");
      control.assertFirst();
      audio.assertFirst();
      return "";
    }
  }

  public static final class Bounded extends OutboxSubject implements Ending {
    private static final int MOST_WAITING = 1;

    public Bounded() {
      super(MOST_WAITING * AUDIO_FRAME);
    }

    @Override
    public String end() {
      int before = audio.size();
      completeAll();
      int left = audio.size() - before;
      assertTrue(left <= 1 + MOST_WAITING, () -> left + " with the one in the container");
      assertEquals(audio.missing() * AUDIO_FRAME, bytesDropped.get());
      audio.assertInOrder();
      return "";
    }
  }
}

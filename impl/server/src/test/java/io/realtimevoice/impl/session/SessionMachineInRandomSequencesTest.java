package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.EndReason;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.impl.session.SessionMachineTransitionsTest.Input;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every sequence of inputs, whatever the application does in its calls. */
class SessionMachineInRandomSequencesTest {

  private static final int SEQUENCES = 5_000;
  private static final int INPUTS = 60;

  @Test
  void theInvariantsHold() {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      new Sequence(seed).run();
    }
  }

  /** Carries the effects out as a session does, and checks each of them. */
  private static final class Sequence {
    private final String name;
    private final Random random;
    private final SessionMachine machine;
    private boolean open;
    private boolean takesAudio;
    private boolean finishing;
    private boolean stopped;
    private boolean closed;
    private boolean ended;
    private int streams;
    private long bytes;

    Sequence(int seed) {
      name = "sequence " + seed;
      random = new Random(seed);
      machine = new SessionMachine(1 + random.nextInt(10));
    }

    void run() {
      Input[] inputs = Input.values();
      for (int i = 0; i < INPUTS; i++) {
        Input input = inputs[random.nextInt(inputs.length)];
        if (fatal(input) && random.nextInt(10) != 0) {
          continue;
        }
        step(input);
      }
      perform(machine.disconnected(EndReason.COMPLETED));
      assertTrue(ended, name);
      assertFalse(open, name);
      assertTrue(machine.over(), name);
      assertEquals(streams, machine.streams(), name);
      assertEquals(bytes, machine.audioBytes(), name);
    }

    private static boolean fatal(Input input) {
      return switch (input) {
        case HELLO_2, TOO_BIG, FAILED, GONE, LOST -> true;
        default -> false;
      };
    }

    private void step(Input input) {
      boolean wasEnded = ended;
      boolean wasFinishing = finishing;
      List<Effect> effects = input.to(machine);
      if (input == Input.BINARY
          && effects.isEmpty()
          && open
          && takesAudio
          && !finishing
          && !ended) {
        bytes += 4;
      }
      perform(effects);
      if (wasEnded) {
        assertEquals(List.of(), effects, name);
      }
      if (input == Input.FINISHED && wasFinishing && !wasEnded) {
        assertTrue(stopped, name);
      }
    }

    private void perform(List<Effect> effects) {
      stopped = false;
      for (Effect effect : effects) {
        assertFalse(ended, name + ": " + effect + " after the end");
        perform(effect);
      }
    }

    private void perform(Effect effect) {
      if (effect instanceof Effect.Open) {
        open();
      } else if (effect instanceof Effect.Feed feed) {
        assertTrue(open && !finishing, name);
        bytes += feed.data().remaining();
      } else if (effect instanceof Effect.Finish) {
        assertTrue(open && !finishing, name);
        finishing = true;
      } else if (effect instanceof Effect.Stopped) {
        assertTrue(finishing, name + ": stopped without stop");
        stopped = true;
      } else if (effect instanceof Effect.Ready) {
        assertTrue(open && !finishing && !closed, name);
      } else if (effect instanceof Effect.Report || effect instanceof Effect.Welcome) {
        assertFalse(closed, name + ": sent after the close");
      } else if (effect instanceof Effect.Close) {
        assertFalse(closed, name + ": closed twice");
        closed = true;
      } else if (effect instanceof Effect.Release release) {
        release(release);
      } else if (effect instanceof Effect.End) {
        assertFalse(open, name + ": the session has ended before its stream");
        ended = true;
      }
    }

    private void release(Effect.Release release) {
      assertEquals(stopped, release.reason() == EndReason.COMPLETED, name);
      open = false;
      finishing = false;
    }

    private void open() {
      assertFalse(open, name + ": two streams");
      switch (random.nextInt(4)) {
        case 0 -> perform(Input.REFUSED.to(machine));
        case 1 -> {
          if (random.nextInt(5) == 0) {
            perform(Input.FAILED.to(machine));
          } else {
            opened(false);
          }
        }
        default -> opened(true);
      }
    }

    private void opened(boolean withAudio) {
      open = true;
      takesAudio = withAudio;
      streams++;
      perform(machine.opened(withAudio));
    }
  }

  @Test
  void aStreamThatHasFinishedTellsWhatItTook() {
    SessionMachine machine = new SessionMachine(5);
    Input.START.to(machine);
    machine.opened(true);
    Input.BINARY.to(machine);
    Input.LAST_AUDIO.to(machine);

    Effect.Stopped first = (Effect.Stopped) machine.finished(StreamSummary.of("a")).get(0);
    assertEquals(8, first.audioBytes());
    Input.START.to(machine);
    machine.opened(true);
    Input.AUDIO.to(machine);
    Input.STOP.to(machine);
    Effect.Stopped second = (Effect.Stopped) machine.finished(StreamSummary.of("b")).get(0);
    assertEquals(4, second.audioBytes());
    assertEquals(12, machine.audioBytes());
    assertEquals(2, machine.streams());
  }
}

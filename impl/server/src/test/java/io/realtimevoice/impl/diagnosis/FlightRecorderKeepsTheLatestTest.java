package io.realtimevoice.impl.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.impl.connection.Traffic;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlightRecorderKeepsTheLatestTest {

  private static final int ROOM = 3;

  private final FlightRecorder recorder =
      new FlightRecorder(ROOM, () -> FlightFixture.DAY, () -> 0, Tape.NONE);

  @Test
  void andForgetsTheOldest() {
    open("a", "b", "c", "d");

    assertEquals(List.of("d", "c", "b"), ids());
    assertTrue(recorder.find("a").isEmpty());
    assertTrue(recorder.findByNonce("nonce of a").isEmpty());
    assertEquals("b", recorder.findByNonce("nonce of b").orElseThrow().id());
    assertEquals(4, recorder.opened());
  }

  @Test
  void evenWhenAnOldOneSpeaksOnceMore() {
    open("a", "b", "c", "d");
    recorder.greeted("a", "late");

    assertTrue(recorder.findByNonce("late").isEmpty());
  }

  @Test
  void andFindsEachByItsFirstNonce() {
    open("a");
    recorder.greeted("a", "another");

    assertEquals("a", recorder.findByNonce("nonce of a").orElseThrow().id());
    assertTrue(recorder.findByNonce("another").isEmpty());
  }

  private void open(String... ids) {
    for (String id : ids) {
      recorder.opened(id, new Traffic());
      recorder.greeted(id, "nonce of " + id);
    }
  }

  private List<String> ids() {
    return recorder.all().stream().map(Flight::id).toList();
  }
}

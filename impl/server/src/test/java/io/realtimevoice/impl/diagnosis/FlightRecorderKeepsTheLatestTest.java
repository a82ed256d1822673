package io.realtimevoice.impl.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.event.ConnectionClosed;
import io.realtimevoice.impl.connection.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlightRecorderKeepsTheLatestTest {

  private static final int ROOM = 3;

  private final List<String> ended = new ArrayList<>();
  private final FlightRecorder recorder =
      new FlightRecorder(ROOM, () -> FlightFixture.DAY, () -> 0, new Ends());

  @Test
  void andForgetsTheOldestThatHasEnded() {
    open("a", "b", "c", "d");
    close("a", "b", "c", "d");

    assertEquals(List.of("d", "c", "b"), ids());
    assertTrue(recorder.find("a").isEmpty());
    assertTrue(recorder.findByNonce("nonce of a").isEmpty());
    assertEquals("b", recorder.findByNonce("nonce of b").orElseThrow().id());
    assertEquals(4, recorder.opened());
  }

  @Test
  void evenWhenAnOldOneSpeaksOnceMore() {
    open("a", "b", "c", "d");
    close("a", "b", "c", "d");
    recorder.greeted("a", "late");

    assertTrue(recorder.findByNonce("late").isEmpty());
  }

  @Test
  void andEachThatIsOpenHoweverManyThereAre() {
    open("a", "b", "c", "d", "e");

    assertEquals(List.of("e", "d", "c", "b", "a"), ids());
    assertEquals("a", recorder.findByNonce("nonce of a").orElseThrow().id());
  }

  @Test
  void andOneThatLivesLongerThanManyNewerOnes() {
    open("a", "b", "c", "d", "e");
    close("b", "c", "d", "e");

    assertEquals(List.of("e", "d", "c", "a"), ids());
    recorder.welcomeLate("a", Duration.ofMillis(20));
    ConnectionClosed end = close("a");
    assertEquals(Verdict.HEALTHY, recorder.diagnose(end).verdict());
    assertEquals(List.of("e", "d", "a"), ids());
    assertTrue(ended.containsAll(List.of("a", "b", "c", "d", "e")), ended::toString);
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

  private ConnectionClosed close(String... ids) {
    ConnectionClosed last = null;
    for (String id : ids) {
      last = new ConnectionClosed(id, 1000, Duration.ofMillis(100));
      recorder.closed(last);
    }
    return last;
  }

  private List<String> ids() {
    return recorder.all().stream().map(Flight::id).toList();
  }

  private final class Ends implements Tape {
    @Override
    public void step(String connectionId, Step step, int number) {}

    @Override
    public void ended(Flight flight, Finding finding) {
      ended.add(flight.id());
    }
  }
}

package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayBufferTest {

  private static final int ONE = ReplayBuffer.OVERHEAD + 2;
  private static final ReplayBuffer.Bounds ROOMY =
      new ReplayBuffer.Bounds(1_000_000, 1_000, Duration.ofHours(1));

  private final ReplayBuffer.Node node = new ReplayBuffer.Node(1_000_000);

  @Test
  void givesWhatThePeerLacks() {
    ReplayBuffer buffer = keeping(ROOMY);
    add(buffer, "a", "b", "c");

    assertEquals(List.of("a", "b", "c"), buffer.after(0));
    assertEquals(List.of("c"), buffer.after(2));
    assertEquals(List.of(), buffer.after(3));
    assertTrue(buffer.covers(0) && buffer.covers(3));
    assertFalse(buffer.covers(4));
  }

  @Test
  void forgetsWhatIsAcknowledged() {
    ReplayBuffer buffer = keeping(ROOMY);
    add(buffer, "a", "b", "c");
    assertTrue(buffer.acknowledge(2));
    assertTrue(buffer.acknowledge(1));

    assertEquals(List.of("c"), buffer.after(0));
    assertFalse(buffer.covers(1));
    assertEquals(3, buffer.count());
    assertEquals(ONE, buffer.weight());
    assertEquals(ONE, node.weight());
  }

  @Test
  void knowsACountOfWhatNeverWas() {
    ReplayBuffer buffer = keeping(ROOMY);
    add(buffer, "a");

    assertFalse(buffer.acknowledge(2));
    assertEquals(List.of("a"), buffer.after(0));
  }

  @Test
  void countsButDoesNotKeepBeforeItIsAskedTo() {
    ReplayBuffer buffer = new ReplayBuffer(ROOMY, node);
    add(buffer, "a", "b");
    buffer.keep();
    add(buffer, "c");

    assertFalse(buffer.covers(1));
    assertEquals(List.of("c"), buffer.after(2));
    assertEquals(3, buffer.count());
  }

  @Test
  void givesUpTheOldestBeyondItsWeight() {
    ReplayBuffer buffer = keeping(new ReplayBuffer.Bounds(2 * ONE, 1_000, Duration.ofHours(1)));

    assertEquals(0, buffer.add("a", 0));
    assertEquals(0, buffer.add("b", 0));
    assertEquals(1, buffer.add("c", 0));
    assertEquals(List.of("b", "c"), buffer.after(1));
    assertEquals(2 * ONE, node.weight());
  }

  @Test
  void givesUpTheOldestBeyondItsCount() {
    ReplayBuffer buffer = keeping(new ReplayBuffer.Bounds(1_000_000, 2, Duration.ofHours(1)));
    add(buffer, "a", "b", "c", "d");

    assertFalse(buffer.covers(1));
    assertEquals(List.of("c", "d"), buffer.after(2));
  }

  @Test
  void givesUpWhatIsTooOld() {
    ReplayBuffer buffer = keeping(new ReplayBuffer.Bounds(1_000_000, 1_000, Duration.ofNanos(10)));
    buffer.add("a", 0);
    buffer.add("b", 5);

    assertEquals(0, buffer.expire(10));
    assertEquals(1, buffer.expire(11));
    assertEquals(List.of("b"), buffer.after(0));
    assertEquals(1, buffer.add("c", 16));
  }

  @Test
  void givesUpItsOwnOldestBeyondTheNodesShare() {
    ReplayBuffer.Node full = new ReplayBuffer.Node(2 * ONE);
    ReplayBuffer other = new ReplayBuffer(ROOMY, full);
    other.keep();
    other.add("x", 0);
    ReplayBuffer buffer = new ReplayBuffer(ROOMY, full);
    buffer.keep();

    assertEquals(0, buffer.add("a", 0));
    assertEquals(1, buffer.add("b", 0));
    assertEquals(List.of("b"), buffer.after(0));
    assertEquals(List.of("x"), other.after(0));
    assertEquals(3, buffer.add("far too long for what is left of it: ".repeat(10), 0) + 1);
    assertEquals(3, buffer.count());
    assertFalse(buffer.covers(2));
    assertTrue(buffer.covers(3));
  }

  @Test
  void givesTheNodesShareBack() {
    ReplayBuffer buffer = keeping(ROOMY);
    add(buffer, "a", "b");
    buffer.clear();

    assertEquals(0, node.weight());
    assertEquals(2, buffer.count());
  }

  private ReplayBuffer keeping(ReplayBuffer.Bounds bounds) {
    ReplayBuffer buffer = new ReplayBuffer(bounds, node);
    buffer.keep();
    return buffer;
  }

  private static void add(ReplayBuffer buffer, String... texts) {
    for (String each : texts) {
      buffer.add(each, 0);
    }
  }
}

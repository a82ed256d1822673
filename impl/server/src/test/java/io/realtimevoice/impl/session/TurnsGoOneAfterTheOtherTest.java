package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsGoOneAfterTheOtherTest {

  private final List<String> done = new ArrayList<>();
  private final List<Throwable> failed = new ArrayList<>();
  private final Turns turns = new Turns(Runnable::run, failed::add);

  @Test
  void whoFindsNobodyThereIsDoneWithinTheCall() {
    turns.run(() -> done.add("a"));

    assertEquals(List.of("a"), done);
    assertTrue(turns.tryTake());
  }

  @Test
  void whoComesFromWithinATurnIsDoneAfterIt() {
    turns.run(
        () -> {
          turns.run(
              () -> {
                turns.run(() -> done.add("c"));
                done.add("b");
              });
          done.add("a");
        });

    assertEquals(List.of("a", "b", "c"), done);
  }

  @Test
  void whoComesWhileTheTurnIsTakenIsDoneWhenItIsGivenBack() {
    assertTrue(turns.tryTake());
    turns.run(() -> done.add("a"));
    turns.run(() -> done.add("b"));
    assertFalse(turns.tryTake());
    assertEquals(List.of(), done);

    turns.giveBack();
    assertEquals(List.of("a", "b"), done);
    assertTrue(turns.tryTake());
  }

  @Test
  void aTurnThatFailsIsToldOfAndKeepsNobodyFromTheirs() {
    IllegalStateException defect = new IllegalStateException("a defect");
    turns.run(
        () -> {
          turns.run(() -> done.add("b"));
          throw defect;
        });
    turns.run(() -> done.add("c"));

    assertEquals(List.of("b", "c"), done);
    assertEquals(List.of(defect), failed);
    assertTrue(turns.tryTake());
  }
}

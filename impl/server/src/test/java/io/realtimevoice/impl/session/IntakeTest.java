package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class IntakeTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final Intake intake = new Intake(100);

  @Test
  void isWaitedForUntilAllIsDone() {
    intake.admit(60);
    assertTrue(intake.isHalfFull());
    CompletableFuture<Boolean> waiter =
        CompletableFuture.supplyAsync(() -> intake.awaitEmpty(LONG));
    intake.done(60);

    assertTrue(waiter.join());
    assertFalse(intake.isHalfFull());
  }

  @Test
  void isNotWaitedForLongerThanThat() {
    intake.admit(60);

    assertFalse(intake.awaitEmpty(Duration.ZERO));
  }

  @Test
  void takesNothingBeyondItsBound() {
    assertEquals(Intake.Admission.WAITS, intake.admit(50));
    assertEquals(Intake.Admission.SLOW_DOWN, intake.admit(50));
    assertEquals(Intake.Admission.TOO_MUCH, intake.admit(1));
    intake.done(50);

    assertEquals(Intake.Admission.WAITS, intake.admit(50));
  }

  @Test
  void alwaysTakesAMessageThatIsAlone() {
    assertEquals(Intake.Admission.WAITS, intake.admit(1_000));
    assertEquals(Intake.Admission.TOO_MUCH, intake.admit(1));
    intake.done(1_000);

    assertEquals(Intake.Admission.WAITS, intake.admit(60));
  }
}

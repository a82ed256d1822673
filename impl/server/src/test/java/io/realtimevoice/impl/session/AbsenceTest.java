package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AbsenceTest {

  private static final long BEGIN = -7;

  private final Absence absence = new Absence(Duration.ofNanos(10));

  @Test
  void runsOutOnceHoweverOftenSomebodyLooks() {
    absence.begin(BEGIN);

    assertFalse(absence.runsOut(BEGIN + 10));
    assertTrue(absence.runsOut(BEGIN + 11));
    assertFalse(absence.runsOut(BEGIN + 12));
    assertEquals(BEGIN, absence.since());
  }

  @Test
  void runsOutAnotherTimeWhenItHasBegunAgain() {
    absence.begin(BEGIN);
    absence.runsOut(BEGIN + 11);
    absence.end(BEGIN + 12);
    absence.begin(BEGIN + 13);

    assertFalse(absence.runsOut(BEGIN + 20));
    assertTrue(absence.runsOut(BEGIN + 24));
  }

  @Test
  void doesNotRunOutWhereThereIsNone() {
    assertFalse(absence.runsOut(Long.MAX_VALUE));
    absence.begin(BEGIN);
    absence.end(BEGIN + 5);

    assertFalse(absence.runsOut(Long.MAX_VALUE));
    assertEquals(Absence.NONE, absence.since());
  }

  @Test
  void tellsHowLongItWas() {
    assertEquals(Duration.ZERO, absence.end(BEGIN));
    absence.begin(BEGIN);

    assertEquals(Duration.ofNanos(5), absence.end(BEGIN + 5));
  }
}

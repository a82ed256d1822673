package io.realtimevoice.it.faults;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Verdict;

/**
 * What somebody made of a fault.
 *
 * @param verdict HEALTHY if nothing was wrong
 * @param confidence how sure that is
 * @param seconds from the beginning of the fault, or of the connect, to the first notice
 * @param evidence what it rests on
 */
record Observation(Verdict verdict, Confidence confidence, double seconds, String evidence) {

  String shown() {
    return "%s %s %.1f s".formatted(verdict, confidence, seconds);
  }
}

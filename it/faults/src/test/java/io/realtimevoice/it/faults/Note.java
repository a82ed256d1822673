package io.realtimevoice.it.faults;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Verdict;

/**
 * What a client has told.
 *
 * @param seconds since it was told to begin
 * @param verdict null if it is READY
 */
record Note(What what, double seconds, Verdict verdict, Confidence confidence, String evidence) {

  enum What {
    READY,
    /** Something is not as it should be; the client goes on. */
    NOTICE,
    END
  }

  static Note ready(double seconds) {
    return new Note(What.READY, seconds, null, null, "");
  }

  boolean is(What other) {
    return what == other;
  }

  Observation seen() {
    return new Observation(verdict, confidence, seconds, evidence);
  }
}

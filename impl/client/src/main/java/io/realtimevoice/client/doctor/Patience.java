package io.realtimevoice.client.doctor;

import java.util.List;

/**
 * How long the doctor waits for what a server should say by itself; all times in milliseconds.
 *
 * @param silentMs after the open, and a server that is not heard counts as silent
 * @param lateMs after the open, and a welcome counts as late
 * @param helloMs when the hello is said again, after the open
 * @param answerMs for an answer to a heartbeat
 */
record Patience(long silentMs, long lateMs, List<Long> helloMs, long answerMs) {

  /** As the clients have it. */
  static final Patience USUAL = new Patience(4_000, 2_000, List.of(800L, 1_600L, 3_200L), 6_000);

  Patience {
    helloMs = List.copyOf(helloMs);
  }
}

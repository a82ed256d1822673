package io.realtimevoice.impl.diagnosis.jfr;

import io.realtimevoice.impl.diagnosis.Tape;
import io.realtimevoice.impl.log.Message;

/** The tape of this JVM. */
public final class Tapes {

  private Tapes() {}

  /**
   * Finds the JDK's Flight Recorder. Not every JVM has one, and in a server of modules the
   * application need not see it.
   *
   * @return one that takes nothing if there is none
   */
  public static Tape find() {
    try {
      return new JfrTape();
    } catch (LinkageError | IllegalStateException | SecurityException e) {
      Message.NO_FLIGHT_RECORDER.log(e.getClass().getSimpleName());
      return Tape.NONE;
    }
  }
}

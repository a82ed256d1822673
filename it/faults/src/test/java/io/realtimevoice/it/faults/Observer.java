package io.realtimevoice.it.faults;

/** Somebody who connects, and says what is wrong. */
interface Observer {

  /** Waits until it is known; HEALTHY if nothing has happened for some time. */
  Observation look(Situation situation) throws Exception;
}

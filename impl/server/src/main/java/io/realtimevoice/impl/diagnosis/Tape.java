package io.realtimevoice.impl.diagnosis;

import io.realtimevoice.diagnosis.Finding;

/** Takes what happens on all connections, one thing after the other. Called on any thread. */
public interface Tape {

  /** Takes nothing. */
  Tape NONE =
      new Tape() {
        @Override
        public void step(String connectionId, Step step, int number) {}

        @Override
        public void ended(Flight flight, Finding finding) {}
      };

  /** What may happen on a connection. */
  enum Step {
    /** It was opened. */
    OPENED,
    /** A welcome goes to the container. */
    WELCOME_ATTEMPTED,
    /** The container has written one. */
    WELCOME_SENT,
    /** The peer's WebSocket stack has one. */
    WELCOME_RECEIVED,
    /** The peer's code has spoken. */
    WELCOME_ACKNOWLEDGED,
    /** It has not in time. */
    WELCOME_FAILED,
    /** The client said so. */
    HELLO,
    /** An older session goes on. */
    RESUMED,
    /** The client asks for a stream. */
    START,
    /** It is open. */
    READY,
    /** A send is tried again. */
    SEND_RETRIED,
    /** Played audio was left out. */
    AUDIO_DROPPED,
    /** The client was told of an error. */
    ERROR_TOLD,
    /** The channel cannot go on. */
    BROKEN
  }

  /**
   * A step.
   *
   * @param connectionId as in the log
   * @param step what happened
   * @param number which attempt, how much, or what code
   */
  void step(String connectionId, Step step, int number);

  /**
   * A connection has ended.
   *
   * @param flight all that is known of it
   * @param finding and why
   */
  void ended(Flight flight, Finding finding);
}

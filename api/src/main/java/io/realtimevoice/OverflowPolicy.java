package io.realtimevoice;

/**
 * What happens when more played audio waits for a client than {@code
 * realtime-voice.outbox-audio-bytes}; the setting {@code realtime-voice.outbox-audio-overflow}.
 */
public enum OverflowPolicy {
  /**
   * The audio that has waited longest is left out: late speech helps nobody. A client that has said
   * {@code hello} gets a {@code gap} in its place.
   */
  DROP_OLDEST,
  /** The audio that comes last is left out; such a client gets a {@code gap}. */
  DROP_NEWEST,
  /** The connection is closed with 4481. */
  CLOSE
}

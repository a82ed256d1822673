package io.realtimevoice.it.faults;

import java.util.Map;

/** A client of ours that has been told to connect once, and without retries. */
interface ObservedClient extends AutoCloseable {

  /** Counts its seconds from now on. */
  void begin() throws Exception;

  /** Opens a stream, and sends a message of so many bytes on it; none if there are none. */
  void speak(Map<String, String> start, int bytes) throws Exception;

  /** The next note; null if there is none in time. */
  Note next(int seconds) throws Exception;
}

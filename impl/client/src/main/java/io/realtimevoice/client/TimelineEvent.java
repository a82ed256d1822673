package io.realtimevoice.client;

import java.util.Locale;

/** What a timeline tells of; all clients, in all languages, use these names. */
public enum TimelineEvent {
  /** A connection is being opened; {@code attempt}. */
  CONNECTING,
  /** It is open. */
  OPEN,
  /** A hello was handed over; {@code number}. */
  HELLO,
  /** A welcome has come; {@code attempt} of the server. */
  WELCOME,
  /** Both directions work. */
  READY,
  /** Open for long, and still not ready; {@code verdict}. */
  SILENT,
  /** A connection has ended before it was ready; {@code verdict}, {@code code}. */
  FAILED,
  /** An older session was asked for on a new connection. */
  RESUME,
  /** It goes on; {@code replayed} messages are sent again. */
  RESUMED,
  /** Nothing came for a while, so a sign of life was asked for. */
  HEARTBEAT,
  /** The server goes down; {@code retryAfterMs}. */
  GOAWAY,
  /** The server has left played audio out; {@code droppedBytes}. */
  GAP,
  /** The server wants nothing for a while; {@code pauseMs}. */
  SLOW,
  /** A new connection follows; {@code number}, {@code inMs}. */
  RETRY,
  /** A stream was asked for. */
  START,
  /** It takes audio. */
  STARTED,
  /** Text has come; {@code final}. */
  RESULT,
  /** The end of a stream was asked for. */
  STOP,
  /** It has ended. */
  STOPPED,
  /** The server has sent an error; {@code code}. */
  ERROR,
  /** Something was wrong and nothing has ended by it; {@code verdict}. */
  PROBLEM,
  /** A connection that was ready has ended; {@code verdict}, {@code code}. */
  LOST,
  /** The application asks whether the connection still works. */
  CHECK,
  /** No connection follows; {@code verdict}. */
  FINAL,
  /** The application has closed the client. */
  CLOSED;

  /**
   * The name in timelines and logs.
   *
   * @return in lower case
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.realtimevoice.client;

import io.realtimevoice.protocol.ServerMessage;

/** A text message of the server, read. */
sealed interface Incoming {

  /** {@code welcome}; version 0 is an older server's, which knows no hello. */
  record Greeting(ServerMessage.Welcome welcome) implements Incoming {}

  /** {@code ready}. */
  record Started() implements Incoming {}

  /** {@code result}. */
  record Recognised(ServerMessage.Result result) implements Incoming {}

  /** {@code stopped}. */
  record Finished(ServerMessage.Stopped stopped) implements Incoming {}

  /** {@code error}. */
  record Failed(ServerError error) implements Incoming {}

  /** {@code ack}. */
  record Acknowledged(long received) implements Incoming {}

  /** {@code heartbeat}. */
  record Heartbeat(long received) implements Incoming {}

  /** {@code resumed}. */
  record Resumed(String sessionId, String resumeToken, long received) implements Incoming {
    @Override
    public String toString() {
      return "Resumed[sessionId=" + sessionId + ", received=" + received + "]";
    }
  }

  /** {@code goaway}. */
  record GoAway(long retryAfterMs) implements Incoming {}

  /** {@code gap}. */
  record Gap(long droppedBytes) implements Incoming {}

  /** A type that this client does not know, and lets be. */
  record Other() implements Incoming {}

  /** Whether it counts for {@code received}, and is sent again where the client lacks it. */
  default boolean isReliable() {
    return this instanceof Started
        || this instanceof Recognised
        || this instanceof Finished
        || this instanceof Other
        || (this instanceof Failed failed && !failed.error().fatal());
  }
}

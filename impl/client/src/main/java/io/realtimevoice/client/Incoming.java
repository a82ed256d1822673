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

  /** A type that this client does not know, and lets be. */
  record Other() implements Incoming {}
}

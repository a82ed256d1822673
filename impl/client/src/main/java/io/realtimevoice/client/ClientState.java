package io.realtimevoice.client;

/** Where a client is. */
public enum ClientState {
  /** A connection is being opened. */
  CONNECTING,
  /** It is open, which says nothing of whether anybody hears. */
  OPEN,
  /** The server was greeted, and has not answered. */
  HELLO_SENT,
  /** The server has spoken, but not yet in answer to our hello. */
  WELCOMED,
  /** The server has answered: both directions work. Only now is an application connected. */
  READY,
  /** The connection has failed or was lost, and a new one follows. */
  RECOVERING,
  /** There is no connection, and none follows; also the first state. */
  CLOSED
}

package io.realtimevoice.client.doctor;

import java.util.Locale;

/** The hops, in the order in which they are taken. */
public enum Step {
  /** What a mini program demands of the address. */
  MINI_PROGRAM,
  /** The host's name has addresses. */
  NAME,
  /** Something listens there. */
  ADDRESS,
  /** A secure connection can be agreed on. */
  TLS,
  /** Plain HTTP reaches the application. */
  PING,
  /** The WebSocket handshake is answered with 101. */
  UPGRADE,
  /** The server greets, and in answer to our hello. */
  WELCOME,
  /** What the server has noted of it. */
  RECORD,
  /** Audio goes there and back. */
  ECHO,
  /** The connection stays open while nothing is said. */
  HOLD,
  /** It ends as it should. */
  CLOSE;

  /**
   * The name in JSON.
   *
   * @return in lower case
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

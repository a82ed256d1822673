package io.realtimevoice.diagnosis;

/** Who can mend what a verdict names. */
public enum Actor {
  /** Whoever uses the application. */
  USER,
  /** Whoever writes the application, on either side. */
  DEVELOPER,
  /** Whoever runs the server and the proxies before it. */
  OPERATOR,
  /** Whoever runs the network between them. */
  NETWORK,
  /** Nothing is to be mended. */
  NOBODY
}

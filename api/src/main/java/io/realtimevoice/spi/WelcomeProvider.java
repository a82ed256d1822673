package io.realtimevoice.spi;

import java.util.Locale;

/**
 * The bean that says what stands in {@code welcome.message}; at most one. Without it, a short text
 * of the channel's.
 *
 * <p>Called once for a connection, on a container thread. If it throws, that is logged, and the
 * channel's own text is sent.
 */
@FunctionalInterface
public interface WelcomeProvider {

  /**
   * The greeting.
   *
   * @param handshake the facts of the HTTP handshake
   * @param locale the client's language
   * @return a text that a user may read
   */
  String message(Handshake handshake, Locale locale);
}

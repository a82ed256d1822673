package io.realtimevoice.spi;

import java.util.Locale;

/**
 * The bean that says what stands in {@code welcome.message}; at most one. Without it, a short text
 * of the channel's.
 *
 * <p>Called once for a connection that is not refused, before its first welcome, on the container's
 * thread that opens it (for an endpoint of the application's own the thread on which the method
 * with {@code @Welcomed} ran); for many connections at the same time. If it throws or returns null,
 * the channel's own text is sent; what it throws is logged. It may block, but keeps a thread of the
 * container; when {@code realtime-voice.handler-timeout} has passed, counted from the open, the
 * client gets {@code error} {@code HANDLER_TIMEOUT} and close code 1011.
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

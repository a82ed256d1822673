package io.realtimevoice.spi;

import java.util.Optional;

/**
 * A bean that may refuse connections. Any number of them may exist; the first refusal counts.
 *
 * <p>Called on the container's thread that opens the connection, for many connections at the same
 * time, once the WebSocket is open and before anything is sent: a refused client gets the refusal's
 * {@code error} and its close code, because the Jakarta WebSocket API has no portable way to answer
 * a handshake with an HTTP status. A check that throws is answered with {@code error} {@code
 * INTERNAL} and 1011. Asked for connections whose origin may connect and for which there is a
 * place, and not on the self-test path.
 *
 * <p>The client is open and waits: a check should answer from memory. It may block, but keeps a
 * thread of the container; when {@code realtime-voice.handler-timeout} has passed, counted from the
 * open over all checks and the {@link WelcomeProvider}, the client gets {@code error} {@code
 * HANDLER_TIMEOUT} and close code 1011, and what the check answers after that does not count.
 */
@FunctionalInterface
public interface HandshakeCheck {

  /**
   * Looks at a handshake.
   *
   * @param handshake the facts
   * @return empty to let it pass
   */
  Optional<Refusal> check(Handshake handshake);
}

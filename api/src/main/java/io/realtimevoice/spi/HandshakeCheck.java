package io.realtimevoice.spi;

import java.util.Optional;

/**
 * A bean that may refuse connections. Any number of them may exist; the first refusal counts.
 *
 * <p>Called on a container thread once the WebSocket is open and before anything is sent: a refused
 * client gets {@code error} {@code REFUSED} and the refusal's close code, because the Jakarta
 * WebSocket API has no portable way to answer a handshake with an HTTP status. A check that throws
 * refuses with 1011. Not asked on the self-test path.
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

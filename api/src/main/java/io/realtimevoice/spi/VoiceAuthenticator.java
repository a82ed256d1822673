package io.realtimevoice.spi;

import io.realtimevoice.StartRequest;
import java.security.Principal;
import java.util.Optional;

/**
 * The bean that decides who a client is; at most one. Without it, every {@code start} is let
 * through, and the principal is the one of the HTTP handshake, if any.
 *
 * <p>Called on a container thread for every {@code start} that opens a stream, before {@link
 * io.realtimevoice.VoiceHandler#open}. May block for as long as {@code
 * realtime-voice.handler-timeout}. A call that throws is answered with {@code error} and close code
 * 1011.
 */
@FunctionalInterface
public interface VoiceAuthenticator {

  /**
   * Finds out who the client is.
   *
   * @param request the {@code start}; its token is a secret
   * @param handshake the facts of the HTTP handshake
   * @return who it is; empty to refuse with {@code error} {@code NOT_AUTHENTICATED} and close code
   *     4401
   */
  Optional<Principal> authenticate(StartRequest request, Handshake handshake);
}

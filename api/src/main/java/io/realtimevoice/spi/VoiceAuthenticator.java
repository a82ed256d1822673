package io.realtimevoice.spi;

import io.realtimevoice.StartRequest;
import java.security.Principal;
import java.util.Optional;

/**
 * The bean that decides who a client is; at most one. Without it, every {@code start} is let
 * through, and the principal is the one of the HTTP handshake, if any.
 *
 * <p>Called on one of the container's managed threads (of the channel's own where the container has
 * none), for many sessions at the same time, for every {@code start} that opens a stream, before
 * {@link io.realtimevoice.VoiceHandler#open} and on the same thread. May block for as long as
 * {@code realtime-voice.handler-timeout}; a call that takes longer is answered with {@code error}
 * {@code HANDLER_TIMEOUT} and close code 1011, one that throws with {@code HANDLER_FAILED} and
 * 1011.
 *
 * <p><b>Resumes.</b> If this bean has let a client in by the token of its {@code start}, the client
 * shows the same token again when it wants to go on with the session on another connection. This
 * bean is not asked about it: it may have expired meanwhile, or been good only once. If it has let
 * the client in without a token, it has decided by the handshake, and is called again, with that
 * {@code start} and the new handshake. Unless it names a principal of the same name, the client is
 * refused with close code 4410, and so it is if the call throws; the session waits on.
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

package io.realtimevoice.impl.session;

import io.realtimevoice.StartRequest;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.spi.Handshake;
import io.realtimevoice.spi.VoiceAuthenticator;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose a session is, and who may go on with it. Used by who has the session's turn.
 *
 * <p>Who goes on must be, in the new handshake, the caller that the container authenticated in the
 * first one. If the {@link VoiceAuthenticator} has let the client in without a token in its {@code
 * start}, it has decided by the handshake, and is asked again of the new one. A token in the {@code
 * start} is not tried again: the new connection has not shown it, so trying our own memory of it
 * would prove nothing of the client, and tokens that expire or are good only once would fail.
 */
final class Identity {

  private final ClientSession session;
  private final @Nullable VoiceAuthenticator authenticator;
  private final StreamCalls calls;
  private @Nullable StartRequest decidedByHandshake;

  /** Nobody's yet, but of the caller that the container authenticated. */
  Identity(ClientSession session, @Nullable VoiceAuthenticator authenticator, StreamCalls calls) {
    this.session = session;
    this.authenticator = authenticator;
    this.calls = calls;
  }

  /** The name of the principal; empty for nobody. */
  Optional<String> name() {
    return session.principal().map(Principal::getName);
  }

  /** Whether a client may open a stream, and whose it is then. */
  boolean admits(StartRequest request) {
    if (authenticator == null) {
      return true;
    }
    Optional<Principal> known = calls.authenticate(authenticator, request, session.handshake());
    known.ifPresent(session::belongsTo);
    decidedByHandshake = known.isPresent() && request.token() == null ? request : null;
    return known.isPresent();
  }

  /** Why the client of another handshake may not go on; empty if it may. */
  Optional<String> refusal(Handshake other) {
    if (!name(other.principal()).equals(name(session.handshake().principal()))) {
      return Optional.of("another principal");
    }
    StartRequest request = decidedByHandshake;
    if (authenticator == null || request == null) {
      return Optional.empty();
    }
    try {
      return calls
              .authenticate(authenticator, request, other)
              .map(Principal::getName)
              .equals(name())
          ? Optional.empty()
          : Optional.of("the VoiceAuthenticator knows somebody else, or nobody");
    } catch (Throwable e) {
      Message.HANDLER_FAILED.log(e, session.connectionId(), "authenticate");
      return Optional.of("the VoiceAuthenticator has failed");
    }
  }

  private static Optional<String> name(@Nullable Principal principal) {
    return Optional.ofNullable(principal).map(Principal::getName);
  }
}

package io.realtimevoice.impl.session;

import io.realtimevoice.StartRequest;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.store.TokenHash;
import io.realtimevoice.spi.Handshake;
import io.realtimevoice.spi.VoiceAuthenticator;
import java.security.Principal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose a session is, and who may go on with it. Used by who has the session's turn.
 *
 * <p>Who goes on must be, in the new handshake, the caller that the container authenticated in the
 * first one. If the {@link VoiceAuthenticator} has let the client in by a token in its {@code
 * start}, the client must show the same one again; the authenticator is not asked about it a second
 * time, for it may have expired, or be good only once. If it has let the client in without one, it
 * has decided by the handshake, and is asked again of the new one.
 */
final class Identity {

  /**
   * The client shows the token of the last stream of which it has heard, and that may be the one
   * before the last.
   */
  private static final int ACCEPTED = 2;

  private final ClientSession session;
  private final @Nullable VoiceAuthenticator authenticator;
  private final StreamCalls calls;
  private final Deque<TokenHash> accepted = new ArrayDeque<>();
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
    known.ifPresent(principal -> belongsTo(principal, request));
    return known.isPresent();
  }

  private void belongsTo(Principal principal, StartRequest request) {
    session.belongsTo(principal);
    String token = request.token();
    if (token == null) {
      decidedByHandshake = request;
    } else {
      accepted.addFirst(TokenHash.of(token));
      if (accepted.size() > ACCEPTED) {
        accepted.removeLast();
      }
    }
  }

  /**
   * Why the client of another handshake may not go on; empty if it may.
   *
   * @param token what it shows; null for nothing
   */
  Optional<String> refusal(Handshake other, @Nullable String token) {
    if (!name(other.principal()).equals(name(session.handshake().principal()))) {
      return Optional.of("another principal");
    }
    if (token != null && accepted.contains(TokenHash.of(token))) {
      return Optional.empty();
    }
    StartRequest request = decidedByHandshake;
    if (authenticator == null || request == null) {
      return accepted.isEmpty() ? Optional.empty() : Optional.of("not the token of its start");
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

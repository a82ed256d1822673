package io.realtimevoice.impl.store;

import io.realtimevoice.spi.SessionStore;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What another node must know of a session to go on with it.
 *
 * @param sessionId 1 to {@value SessionStore#MAX_NAME_LENGTH} characters
 * @param tokenHash of the resume token; the token itself is in no store
 * @param principalName whose session it is; null for nobody's. At most {@link
 *     #MAX_PRINCIPAL_LENGTH} characters
 * @param node where its stream is, or was; 1 to {@value SessionStore#MAX_NAME_LENGTH} characters
 * @param received how many reliable messages of the client were dealt with
 * @param sent how many reliable messages were sent to the client
 * @param began when it began
 */
public record StoredSession(
    String sessionId,
    TokenHash tokenHash,
    @Nullable String principalName,
    String node,
    long received,
    long sent,
    Instant began) {

  /** The greatest length of a principal's name: more than any directory's names have. */
  public static final int MAX_PRINCIPAL_LENGTH = 8_192;

  /** Checks the names and the counts. */
  public StoredSession {
    SessionStore.requireName(sessionId, "sessionId");
    SessionStore.requireName(node, "node");
    Objects.requireNonNull(tokenHash, "tokenHash");
    Objects.requireNonNull(began, "began");
    if (principalName != null && principalName.length() > MAX_PRINCIPAL_LENGTH) {
      throw new IllegalArgumentException(
          "principalName must have at most "
              + MAX_PRINCIPAL_LENGTH
              + " characters, not "
              + principalName.length());
    }
    if (received < 0 || sent < 0) {
      throw new IllegalArgumentException(
          "counts must not be negative: received " + received + ", sent " + sent);
    }
  }
}

package io.realtimevoice.impl.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.realtimevoice.impl.config.Settings;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Who may see what is no client's own business: the holder of a token, and who has a role. */
final class Access {

  /** The answer. */
  enum Decision {
    /** Please. */
    GRANTED,
    /** Somebody who has not the role. */
    FORBIDDEN,
    /** Nobody that is known. */
    UNKNOWN
  }

  private static final String SCHEME = "Bearer ";

  private final Settings.Diagnostics settings;

  /** By the settings. */
  Access(Settings.Diagnostics settings) {
    this.settings = settings;
  }

  Decision of(Diagnostics.Request request) {
    String role = settings.role();
    if (hasToken(request.authorization()) || (role != null && request.isInRole().test(role))) {
      return Decision.GRANTED;
    }
    return request.isSignedIn() && role != null ? Decision.FORBIDDEN : Decision.UNKNOWN;
  }

  /** In a time that does not depend on how much of the token is right. */
  private boolean hasToken(@Nullable String authorization) {
    String token = settings.token();
    return token != null
        && authorization != null
        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            token.getBytes(UTF_8),
            authorization.substring(SCHEME.length()).strip().getBytes(UTF_8));
  }
}

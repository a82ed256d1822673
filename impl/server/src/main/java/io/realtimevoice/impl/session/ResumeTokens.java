package io.realtimevoice.impl.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one session: each resume brings a new one, and the one that was used stays good
 * until the client has shown that it got the new one. Otherwise a connection that breaks before the
 * answer would lock the client out. Used by one thread at a time.
 */
final class ResumeTokens {

  private final Supplier<String> source;
  private String current;
  private @Nullable String used;

  /** Tokens of a source, which gives one that nobody can guess, in ASCII. */
  ResumeTokens(Supplier<String> source) {
    this.source = source;
    this.current = source.get();
  }

  String current() {
    return current;
  }

  /** Whether a token is good, in the same time whatever it looks like. */
  boolean accept(String token) {
    String before = used;
    return same(token, current) || (before != null && same(token, before));
  }

  /** Makes a new one because an accepted one was used. */
  void rotate(String token) {
    if (same(token, current)) {
      used = current;
    }
    current = source.get();
  }

  /** The client has the current one. */
  void confirm() {
    used = null;
  }

  private static boolean same(String token, String other) {
    return MessageDigest.isEqual(token.getBytes(UTF_8), other.getBytes(UTF_8));
  }
}

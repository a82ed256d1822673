package io.realtimevoice.impl.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a resume token. No salt, and no slow function: a token is 256 random bits, which
 * nobody finds by trying.
 */
public final class TokenHash {

  /** How long every hash is, in bytes. */
  static final int LENGTH = 32;

  private final byte[] bytes;

  private TokenHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The hash of a token.
   *
   * @param token a secret
   * @return what may be stored
   */
  public static TokenHash of(String token) {
    try {
      return new TokenHash(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }

  /** A hash that was stored; copied. */
  static TokenHash ofStored(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a hash has " + LENGTH + " bytes, not " + bytes.length);
    }
    return new TokenHash(bytes.clone());
  }

  /** A copy, to be stored. */
  byte[] toByteArray() {
    return bytes.clone();
  }

  /** Whether they are the same, in the same time whatever they look like. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenHash hash && MessageDigest.isEqual(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** What may be logged. */
  @Override
  public String toString() {
    return "TokenHash";
  }
}

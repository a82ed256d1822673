package io.realtimevoice.spi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link SessionStore} keeps: bytes that never change, and that mean nothing to the store.
 *
 * <p>The first byte is the version of the format of the others. Nodes of an older and of a newer
 * release may share a store while one replaces the other; so a reader that does not know the format
 * treats the value as absent, and does not guess. Whoever changes the meaning of the bytes takes
 * another first byte.
 */
public final class StoredValue {

  /** The greatest length of a value, in bytes; every store takes as much. */
  public static final int MAX_LENGTH = 1 << 20;

  private final byte[] bytes;

  private StoredValue(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A value of some bytes.
   *
   * @param bytes 1 to {@value #MAX_LENGTH}, the first of them the format's version; copied
   * @return the value
   */
  public static StoredValue of(byte... bytes) {
    if (bytes.length == 0 || bytes.length > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a value must have 1 to " + MAX_LENGTH + " bytes, not " + bytes.length);
    }
    return new StoredValue(bytes.clone());
  }

  /**
   * The version of the format.
   *
   * @return the first byte, 0 to 255
   */
  public int format() {
    return Byte.toUnsignedInt(bytes[0]);
  }

  /**
   * How long it is.
   *
   * @return in bytes, with the first one
   */
  public int length() {
    return bytes.length;
  }

  /**
   * All bytes, the first one, too.
   *
   * @return a copy
   */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoredValue value && Arrays.equals(bytes, value.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** What may be logged: the bytes may hold secrets. */
  @Override
  public String toString() {
    return "StoredValue[format=" + format() + ", length=" + length() + "]";
  }
}

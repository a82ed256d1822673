package io.realtimevoice.spi;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a {@link SessionStore} that is down or does not answer in time. Whether the call was
 * carried out is not known.
 */
public class SessionStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A failure of the store.
   *
   * @param message what the store could not do, and what an operator should look at; it is logged,
   *     so it holds no value
   * @param cause what came of it, if anything did
   */
  public SessionStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

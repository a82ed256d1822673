package io.realtimevoice.impl.connection;

import org.jspecify.annotations.Nullable;

/** What a connection's welcome says. */
@FunctionalInterface
public interface WelcomeText {

  /**
   * Gets ready for the first attempt, which may wait for the application's code; called by who
   * opens the connection, and holds no lock.
   */
  default void prepare() {}

  /**
   * The welcome of one attempt.
   *
   * @param attempt counted from 1
   * @param nonce of the client's last {@code hello}; null for none
   * @return the whole message
   */
  String of(int attempt, @Nullable String nonce);
}

package io.realtimevoice.impl.session;

import io.realtimevoice.impl.connection.WelcomeText;
import io.realtimevoice.protocol.ServerMessage;
import io.realtimevoice.spi.Handshake;
import java.util.Locale;

/**
 * Whom a connection is with.
 *
 * @param handshake the facts of the HTTP handshake
 * @param locale the language, until a {@code hello} says otherwise
 * @param welcomes makes the connection's welcomes
 */
public record Client(Handshake handshake, Locale locale, Welcomes welcomes) {

  /** Makes the welcomes of one connection. */
  @FunctionalInterface
  public interface Welcomes {
    /**
     * The welcome to a session.
     *
     * @param sessionId the session's id
     * @param resume how it outlives the connection
     * @return gives the text of each attempt
     */
    WelcomeText of(String sessionId, ServerMessage.Resumption resume);
  }
}

package io.realtimevoice.impl.session;

import io.realtimevoice.spi.Handshake;
import java.util.Locale;

/**
 * Whom a session is with.
 *
 * @param handshake the facts of the HTTP handshake
 * @param locale the language, until a {@code hello} says otherwise
 */
public record Client(Handshake handshake, Locale locale) {}

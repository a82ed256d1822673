package io.realtimevoice.impl.session;

import io.realtimevoice.VoiceHandler;
import io.realtimevoice.spi.VoiceAuthenticator;
import org.jspecify.annotations.Nullable;

/**
 * The application's beans that a session calls.
 *
 * @param handler opens streams
 * @param authenticator decides who a client is; null lets everybody through
 */
public record Application(VoiceHandler handler, @Nullable VoiceAuthenticator authenticator) {}

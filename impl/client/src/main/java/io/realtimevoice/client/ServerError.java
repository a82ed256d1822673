package io.realtimevoice.client;

import org.jspecify.annotations.Nullable;

/**
 * An {@code error} message of the server.
 *
 * @param code what is wrong, for programs: a name of {@code ErrorCode}, or one of a newer server;
 *     null from an older one
 * @param message what is wrong, for the user, in the language of the client's hello
 * @param fatal whether the server closes the connection
 * @param retryAfterMs how long the server wants to be left alone then, in milliseconds; 0 if it
 *     does not say
 */
public record ServerError(
    @Nullable String code, String message, boolean fatal, long retryAfterMs) {}

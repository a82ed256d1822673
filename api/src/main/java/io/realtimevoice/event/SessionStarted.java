package io.realtimevoice.event;

/**
 * CDI event: a session has begun; its welcome is on the way. Threads, order and errors: see the
 * package.
 *
 * @param sessionId the session
 * @param connectionId its connection, as in the log
 */
public record SessionStarted(String sessionId, String connectionId) {}

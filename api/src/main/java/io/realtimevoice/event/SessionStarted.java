package io.realtimevoice.event;

/**
 * CDI event: a session has begun; its welcome is on the way. Fired on a container thread; observers
 * should be quick, and what they throw is logged and goes no further.
 *
 * @param sessionId the session
 * @param connectionId its connection, as in the log
 */
public record SessionStarted(String sessionId, String connectionId) {}

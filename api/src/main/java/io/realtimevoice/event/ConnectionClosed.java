package io.realtimevoice.event;

import java.time.Duration;

/**
 * CDI event: a connection has closed, exactly once for every connection of the channel's endpoints
 * and of endpoints that use {@link io.realtimevoice.interceptor.Welcomed}. Threads, order and
 * errors: see the package.
 *
 * @param connectionId the connection, as in the log
 * @param closeCode the WebSocket close code: ours if the channel closed it, else the peer's; 1006
 *     if the connection broke
 * @param duration how long it was open
 */
public record ConnectionClosed(String connectionId, int closeCode, Duration duration) {}

package io.realtimevoice.event;

import io.realtimevoice.EndReason;
import java.time.Duration;

/**
 * CDI event: a session has ended, exactly once for every {@link SessionStarted}, after its stream
 * was closed. Threads, order and errors: see the package.
 *
 * @param sessionId the session
 * @param connectionId its connection, as in the log
 * @param reason why
 * @param streams how many streams were opened in it
 * @param audioBytes how much audio these took, in bytes
 * @param duration how long it lasted
 */
public record SessionEnded(
    String sessionId,
    String connectionId,
    EndReason reason,
    int streams,
    long audioBytes,
    Duration duration) {}

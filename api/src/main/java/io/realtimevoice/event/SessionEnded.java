package io.realtimevoice.event;

import io.realtimevoice.EndReason;
import java.time.Duration;

/**
 * CDI event: a session has ended, exactly once for every {@link SessionStarted}, after its stream
 * was closed. Fired on a managed or container thread; observers should be quick, and what they
 * throw is logged and goes no further.
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

package io.realtimevoice.event;

import java.time.Duration;
import java.util.Objects;

/**
 * CDI event: a session goes on on a new connection. Fired each time. Threads, order and errors: see
 * the package.
 *
 * @param sessionId the session
 * @param connectionId its new connection
 * @param gap how long it was without one; zero if the old one was still there
 * @param replayed how many messages the client lacked and gets again
 */
public record SessionResumed(String sessionId, String connectionId, Duration gap, int replayed) {
  /** Checks what must not be null. */
  public SessionResumed {
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(connectionId, "connectionId");
    Objects.requireNonNull(gap, "gap");
  }
}

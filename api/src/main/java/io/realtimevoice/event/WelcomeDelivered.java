package io.realtimevoice.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * CDI event: the client has shown that it got the welcome. Fired at most once for a connection, and
 * not after a {@link WelcomeFailed}. Threads, order and errors: see the package.
 *
 * @param connectionId the connection, as in the log
 * @param attempts how many times the welcome had been sent by then
 * @param sent from the open to the first send that the container confirmed; null if the client
 *     spoke before
 * @param received from the open to the first pong that proves the receipt; null if none came before
 *     the client spoke
 * @param acknowledged from the open to the first message of the client
 */
public record WelcomeDelivered(
    String connectionId,
    int attempts,
    @Nullable Duration sent,
    @Nullable Duration received,
    Duration acknowledged) {}

package io.realtimevoice.event;

import java.time.Duration;

/**
 * CDI event: the client has not shown in time that it got the welcome. Fired at most once for a
 * connection, and not after a {@link WelcomeDelivered}; not for one that was refused, or closed,
 * before its first welcome. Threads, order and errors: see the package.
 *
 * <p>The connection stays: a client may be passive until its user speaks. If it speaks later, that
 * is logged.
 *
 * @param connectionId the connection, as in the log
 * @param reached the highest rung of the delivery
 * @param attempts how many times the welcome was sent
 * @param cause where it got lost
 * @param after from the open to the failure
 */
public record WelcomeFailed(
    String connectionId, DeliveryRung reached, int attempts, Cause cause, Duration after) {

  /** Where a welcome got lost. */
  public enum Cause {
    /** The server could not send: the connection was never seen open, or every send failed. */
    NOT_SENT("the server could not send it: see the log for the container's error"),
    /** Sent and not received: the network, a proxy, or a client that does not read its socket. */
    PATH(
        "sent, but the client's WebSocket stack has not answered the ping behind it: look at "
            + "the proxies and the network between, or at a client that does not read"),
    /** Received and not answered: the client's own code. */
    CLIENT(
        "the client's WebSocket stack has it, but its code has sent nothing: a listener attached "
            + "too late, a parse error, or a client that waits for its user"),
    /** The connection was closed before anything could be known. */
    CLOSED("the connection was closed before the client answered");

    private final String explanation;

    Cause(String explanation) {
      this.explanation = explanation;
    }

    /**
     * What it means and where to look.
     *
     * @return one English sentence, as in the log
     */
    public String explanation() {
      return explanation;
    }
  }
}

package io.realtimevoice.impl.websocket;

import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.Liveness;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.protocol.ErrorCode;
import java.time.Duration;
import java.util.Locale;

/**
 * The open of one connection, for which the client waits, and in which the application's code runs:
 * its checks, the text of its welcome, or an endpoint of its own. Whoever is open already must not
 * wait in silence for code that does not return: it is told so, and closed.
 *
 * <p>From the begin to {@link #end}, on the thread that opens; the deadline acts on another one.
 */
public final class Opening implements Liveness.Watched {

  private final Connection connection;
  private final Farewell farewell;
  private final Locale locale;
  private final Liveness liveness;
  private final Duration limit;
  private final long begun;

  /**
   * An open that begins now.
   *
   * @param connection that was made for it
   * @param farewell ends it
   * @param locale the client's language
   * @param liveness watches the deadline
   * @param limit how long it may take
   * @param nanoTime now
   */
  public Opening(
      Connection connection,
      Farewell farewell,
      Locale locale,
      Liveness liveness,
      Duration limit,
      long nanoTime) {
    this.connection = connection;
    this.farewell = farewell;
    this.locale = locale;
    this.liveness = liveness;
    this.limit = limit;
    this.begun = nanoTime;
    liveness.watch(this);
  }

  /** It has gone well, or badly, in time. */
  public void end() {
    liveness.forget(this);
  }

  @Override
  public void check(long nanoTime) {
    if (nanoTime - begun > limit.toNanos()) {
      liveness.forget(this);
      Message.HANDLER_TIMEOUT.log(connection.id(), limit.toMillis());
      farewell.say(connection, ErrorCode.HANDLER_TIMEOUT, "", locale);
    }
  }
}

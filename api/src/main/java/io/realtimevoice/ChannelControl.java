package io.realtimevoice;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The channel in the hands of its application, as a CDI bean to inject: for an operator's endpoint
 * or a health check. All methods may be called on any thread, and throw {@link
 * IllegalStateException} while the application does not run.
 */
public interface ChannelControl {

  /**
   * Lets the channel run empty, before the server is taken out of service: no stream begins any
   * more ({@code DRAINING}, 4503), clients are told to come back ({@code goaway}, spread over so
   * long that no more than {@code realtime-voice.reconnect-rate} a second do), streams may finish,
   * and then all connections are closed with 4503 (1012 for clients that never said {@code hello}).
   * Whoever connects meanwhile is refused with 4503, unless a client is missed that was lost with
   * its stream and may come back to it.
   *
   * @param limit after which the streams that are left are asked to finish, as if their clients had
   *     said {@code stop}: what was recognised so far reaches them as {@code stopped}
   * @return complete when all connections are told to close, on a managed thread; never fails
   */
  CompletionStage<Void> drain(Duration limit);

  /** Begins streams again after a {@link #drain}. */
  void admit();

  /**
   * Whether no stream begins any more.
   *
   * @return true from a drain to {@link #admit()}
   */
  boolean isDraining();

  /**
   * How many connections there are.
   *
   * @return with those of the self-test and of endpoints of the application's own with the bindings
   */
  int connections();

  /**
   * How many sessions there are.
   *
   * @return with those whose clients are away and may come back
   */
  int sessions();
}

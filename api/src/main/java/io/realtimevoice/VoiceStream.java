package io.realtimevoice;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/**
 * The application's half of a session between {@code start} and {@code stop}: takes audio, gives
 * results.
 *
 * <h2>Lifecycle and concurrency</h2>
 *
 * <p>The order is {@code audio* end? close}: any number of {@link #audio} calls, at most one {@link
 * #end}, exactly one {@link #close}; and {@link #detached} and {@link #resumed} between them. The
 * calls of one stream never overlap, and each happens before the next one. They come on different
 * managed threads (of 16 of the channel's own where the container has none), {@link #audio} also on
 * the container's, as told below, and {@link #close} on the one that stops the application, too.
 * Blocking in one of them keeps that thread, and no client but this one waits, as long as there are
 * threads left; until {@code realtime-voice.handler-timeout}: then the client gets an {@code error}
 * and close code 1011, and {@link #close} follows when the call has returned.
 *
 * <p>From eight {@code audio} calls in a row on that took less than 20 ms each, until the first
 * that takes longer, {@code audio} of binary messages may come on the very thread on which the
 * container delivers the message. That thread stays in the call until it returns, and the container
 * may have other connections for it. So no more than {@code realtime-voice.direct-calls} of the
 * container's threads are in the {@code audio} of all streams together; the audio of the others
 * waits for managed threads. Who blocks in {@code audio} as a rule is never called on the
 * container's threads, and with {@code realtime-voice.direct-calls=0} nobody is.
 *
 * <p>A call that throws ends the stream the same way: {@code error} {@code HANDLER_FAILED}, close
 * code 1011, then {@link #close} with {@link EndReason#FAILED}.
 */
public interface VoiceStream {

  /**
   * Takes the next piece of audio, in the format of the {@code start} request, in the order in
   * which the client sent it. The pieces have the size that the client chose.
   *
   * @param audio the bytes from position to limit; <b>valid only until this method returns</b>,
   *     because Undertow and Jetty use the buffer again for the next message: copy what is to be
   *     kept
   */
  void audio(ByteBuffer audio);

  /**
   * The client sends no more audio: finish, and send what results are left.
   *
   * @return completes when the last result was given to {@link VoiceSession#send}; the client then
   *     gets {@code stopped}. May complete on any thread. A stage that fails counts as a call that
   *     throws; one that takes longer than {@code realtime-voice.handler-timeout} as one that does
   *     not return.
   */
  CompletionStage<StreamSummary> end();

  /**
   * Whether this stream takes audio at all; asked once, after {@link VoiceHandler#open}. A stream
   * that only plays says no, and audio of the client is then answered with {@code error} {@code
   * AUDIO_NOT_WANTED}.
   *
   * @return true by default
   */
  default boolean acceptsAudio() {
    return true;
  }

  /**
   * The connection was lost. The stream goes on: what it sends is kept for the client, what it
   * plays is not, and audio comes again after {@link #resumed}. Called in turn with the others,
   * also after {@link #end}.
   */
  default void detached() {}

  /**
   * The client is back on a new connection; what it had said meanwhile follows as {@link #audio}.
   * Also called without a {@link #detached} before it, if the client was faster to come back than
   * the loss to be noticed.
   */
  default void resumed() {}

  /**
   * The last call, exactly once for every stream that {@link VoiceHandler#open} returned: releases
   * what the stream holds. Exceptions are logged and go no further.
   *
   * @param reason why the stream ended
   */
  default void close(EndReason reason) {}
}

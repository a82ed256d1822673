package io.realtimevoice.client;

import io.realtimevoice.protocol.ServerMessage;
import java.nio.ByteBuffer;

/**
 * Told what happens to a client. Every method may be left out.
 *
 * <p><b>Threads.</b> One call at a time, in the order in which things happen, each on any thread of
 * the client's executor; a call sees what the ones before it wrote. A call must not wait: neither
 * for a stage of the client, which could then never complete, nor for long, because other clients
 * use the same few threads. All methods of the client and of its streams may be called from here.
 * What a call throws is logged, and has no other effect.
 */
public interface VoiceListener {

  /**
   * The client is somewhere else.
   *
   * @param from where it was
   * @param to where it is
   */
  default void onState(ClientState from, ClientState to) {}

  /**
   * The client is connected again, and goes on with what it was at: nothing was lost. In place of
   * {@link #onReady}, so that a stream that is begun there is not begun twice.
   *
   * @param replayed how many messages the server lacked and gets again
   */
  default void onResumed(int replayed) {}

  /**
   * The server goes down: a stream that can should be stopped now. When the connection ends, the
   * client comes back by itself.
   *
   * @param retryAfterMs within which it does then, in milliseconds
   */
  default void onGoAway(long retryAfterMs) {}

  /**
   * The server has left out audio that it played, because the client takes it too slowly.
   *
   * @param droppedBytes how much
   */
  default void onGap(long droppedBytes) {}

  /**
   * The client is connected; for the first time, or again with nothing to go on with.
   *
   * @param welcome what the server says of itself; version 0 and an empty session id are an older
   *     server's
   */
  default void onReady(ServerMessage.Welcome welcome) {}

  /**
   * A connection is open for so long that its silence is strange; what follows is a new connection,
   * or, if this was the last, more patience.
   *
   * @param problem {@code SERVER_SILENT} or {@code HELLO_LOST_UPSTREAM}
   */
  default void onSilent(VoiceProblem problem) {}

  /**
   * A connection has failed or was lost, and a new one follows.
   *
   * @param number counted from 1 since the client was last connected for long
   * @param inMs when it follows, in milliseconds from now
   */
  default void onRetry(int number, long inMs) {}

  /**
   * Something is wrong, and the connection goes on.
   *
   * @param problem what
   */
  default void onProblem(VoiceProblem problem) {}

  /**
   * There is no connection, and none follows: the user should read the title and the advice.
   *
   * @param problem why
   */
  default void onFinal(VoiceProblem problem) {}

  /**
   * The server has recognised something.
   *
   * @param result partial or final
   */
  default void onResult(ServerMessage.Result result) {}

  /**
   * The server plays audio.
   *
   * @param audio the listener's own
   */
  default void onAudio(ByteBuffer audio) {}

  /**
   * The stream has ended.
   *
   * @param stopped what it came to
   */
  default void onStopped(ServerMessage.Stopped stopped) {}

  /**
   * The server has sent an error.
   *
   * @param error what it says
   */
  default void onError(ServerError error) {}

  /**
   * Audio was left out because too much of it waits, or passes again.
   *
   * @param queuedBytes how much waits to leave
   * @param droppedBytes how much was left out since it last passed; 0 if it passes again
   */
  default void onUplink(long queuedBytes, long droppedBytes) {}

  /**
   * A text message as it came, before it is read.
   *
   * @param message whatever the server has sent
   */
  default void onText(String message) {}

  /**
   * The timeline has a new entry.
   *
   * @param entry the newest
   */
  default void onTimeline(TimelineEntry entry) {}
}

package io.realtimevoice.client.transport;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One WebSocket. Nothing here waits, and nothing throws. */
public interface Socket {

  /** Told when a message has left, or cannot. */
  @FunctionalInterface
  interface Completion {
    /**
     * Called on any thread, maybe within the send. Only the first call counts.
     *
     * @param failure null if the message has left
     */
    void done(@Nullable Throwable failure);
  }

  /**
   * Sends a text message. The one before it must have left.
   *
   * @param text the whole message
   * @param completion is told
   */
  void send(String text, Completion completion);

  /**
   * Sends a binary message. The one before it must have left.
   *
   * @param data from position to limit; must not change until the completion is told
   * @param completion is told
   */
  void send(ByteBuffer data, Completion completion);

  /**
   * Ends it, whatever it is at; the listener may hear of it or not.
   *
   * @param code the close code
   * @param reason the close reason, at most 123 bytes of UTF-8
   * @return complete when that was handed over
   */
  CompletionStage<Void> close(int code, String reason);
}

package io.realtimevoice.impl.connection;

import io.realtimevoice.protocol.CloseCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What carries frames to one peer. Used by one thread at a time, but for {@link #isOpen} and {@link
 * #close}; one send at a time.
 */
public interface Transport {

  /** Told once for every send, within the call or later, on any thread. */
  @FunctionalInterface
  interface Completion {
    /**
     * The send is over.
     *
     * @param failure null if the frame was written
     */
    void completed(@Nullable Throwable failure);
  }

  /**
   * The connection's id, as in the log.
   *
   * @return what the container calls it
   */
  String id();

  /**
   * Whether frames may be sent.
   *
   * @return the container's word
   */
  boolean isOpen();

  /**
   * Sends a text message without blocking.
   *
   * @param text the whole message
   * @param completion told how it went; a call that throws tells nothing
   */
  void sendText(String text, Completion completion);

  /**
   * Sends a binary message without blocking.
   *
   * @param data the whole message; not to be changed before the completion
   * @param completion told how it went; a call that throws tells nothing
   */
  void sendBinary(ByteBuffer data, Completion completion);

  /**
   * Sends a ping.
   *
   * @param payload at most 125 bytes
   * @throws IOException if it cannot be sent
   */
  void ping(ByteBuffer payload) throws IOException;

  /**
   * Closes the connection. May block for seconds on some servers, so never on a shared thread that
   * others wait for.
   *
   * @param code the code and reason for the peer
   */
  void close(CloseCode code);
}

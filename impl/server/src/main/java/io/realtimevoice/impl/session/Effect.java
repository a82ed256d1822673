package io.realtimevoice.impl.session;

import io.realtimevoice.EndReason;
import io.realtimevoice.StartRequest;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.protocol.CloseCode;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the {@link SessionMachine} wants done. */
sealed interface Effect {

  /**
   * Send the welcome once more.
   *
   * @param locale the language that the client has now told; null for none
   * @param nonce that the client wants to see in it; null for none
   */
  record Welcome(@Nullable Locale locale, @Nullable String nonce) implements Effect {}

  /**
   * Authenticate the client and open a stream; then tell the machine.
   *
   * @param request what the client asks for
   */
  record Open(StartRequest request) implements Effect {}

  /** Tell the client that the stream takes audio. */
  record Ready() implements Effect {}

  /**
   * Give audio to the stream.
   *
   * @param data from position to limit
   */
  record Feed(ByteBuffer data) implements Effect {}

  /** Ask the stream to finish; then tell the machine. */
  record Finish() implements Effect {}

  /**
   * Tell the client that the stream has ended.
   *
   * @param summary what the stream says
   * @param audioBytes how much audio it took
   */
  record Stopped(StreamSummary summary, long audioBytes) implements Effect {}

  /**
   * Tell the client of an error.
   *
   * @param problem what
   */
  record Report(Problem problem) implements Effect {}

  /**
   * Close the stream.
   *
   * @param reason why it ends
   */
  record Release(EndReason reason) implements Effect {}

  /**
   * Close the connection.
   *
   * @param code for the client
   */
  record Close(CloseCode code) implements Effect {}

  /**
   * The session is over.
   *
   * @param reason why
   */
  record End(EndReason reason) implements Effect {}
}

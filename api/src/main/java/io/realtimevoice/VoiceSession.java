package io.realtimevoice;

import io.realtimevoice.spi.Handshake;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;

/**
 * One conversation with one client.
 *
 * <p>All methods may be called on any thread and never block; what is sent leaves in the order of
 * the calls, one frame at a time.
 */
public interface VoiceSession {

  /**
   * The session's id, as the client knows it from its {@code welcome}.
   *
   * @return an id that is not a secret and gives no rights
   */
  String id();

  /**
   * The id of the session's latest WebSocket connection, as it stands in every log line and in
   * {@code stopped.logId}.
   *
   * @return the id that the container gave the connection
   */
  String connectionId();

  /**
   * What was known of the client at the HTTP handshake.
   *
   * @return the handshake's facts
   */
  Handshake handshake();

  /**
   * Who the client is: the answer of the {@link io.realtimevoice.spi.VoiceAuthenticator} where the
   * application has one, else the caller principal of the HTTP handshake.
   *
   * @return the principal; empty for an anonymous client
   */
  Optional<Principal> principal();

  /**
   * The client's language, for texts that a user reads.
   *
   * @return from {@code hello}, else from {@code Accept-Language}, else from {@code
   *     realtime-voice.default-locale}
   */
  Locale locale();

  /**
   * Whether messages still go out, now or when the client is back.
   *
   * @return false once the session is over or its last connection is being closed
   */
  boolean isOpen();

  /**
   * Whether the client is there.
   *
   * @return false while a lost connection is waited for
   */
  boolean isConnected();

  /**
   * Sends a {@code result} of the stream that is open now. It is kept until the client has
   * acknowledged it, and sent again on a new connection if the client lacks it.
   *
   * @param transcript the text so far, partial or final
   * @return false if there is no open stream any more, and nothing was sent
   */
  boolean send(Transcript transcript);

  /**
   * Plays audio to the client, as one binary message. Audio yields to text, and waits for its turn
   * in a lane of at most {@code realtime-voice.outbox-audio-bytes}. What happens beyond it is the
   * {@link OverflowPolicy} of {@code realtime-voice.outbox-audio-overflow}: the <em>oldest</em>
   * audio is left out by default, since late speech helps nobody.
   *
   * @param audio the bytes from position to limit. They are not copied: the buffer belongs to the
   *     channel from here on, and must not be changed, nor be one that was passed to {@link
   *     VoiceStream#audio}
   * @return false if there is no connection now, or this audio has closed it, and nothing was
   *     queued: played audio is never kept for a client that is not there. True says nothing of
   *     what is left out
   */
  boolean play(ByteBuffer audio);

  /**
   * Ends the stream and the connection because of a failure outside a call of the channel's: the
   * same as an exception thrown by {@link VoiceStream#audio}. Returns at once: the stream is closed
   * on a managed thread, in turn with its other calls. The client learns that it happened, the log
   * learns what.
   *
   * @param cause what went wrong
   */
  void fail(Throwable cause);
}

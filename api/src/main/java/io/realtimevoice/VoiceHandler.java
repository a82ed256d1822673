package io.realtimevoice;

/**
 * The application's half of the channel: opens one {@link VoiceStream} for every {@code start} of a
 * client.
 *
 * <p>An application has exactly one CDI bean of this type, of any scope but request and session
 * scope (there is no HTTP request behind a WebSocket message). Several engines are chosen inside
 * the one handler, by {@link StartRequest#engineType()}. No bean, or more than one, fails the
 * deployment.
 *
 * <h2>Lifecycle and concurrency</h2>
 *
 * <p>{@link #open} is called on one of the container's managed threads (one of 16 of the channel's
 * own where the container has none), for many sessions at the same time, and for one session never
 * before its previous stream was closed. It may block; while it runs, the session's audio waits.
 */
@FunctionalInterface
public interface VoiceHandler {

  /**
   * Opens a stream. {@code ready} goes to the client when this method has returned. A {@link
   * StreamRefusedException} refuses the stream, and leaves the connection.
   *
   * <p>A call that throws anything else, returns {@code null} or does not return within {@code
   * realtime-voice.handler-timeout} is answered with {@code error} and close code {@link
   * io.realtimevoice.protocol.CloseCode#INTERNAL_ERROR 1011}; no other connection is touched.
   *
   * @param session the client's session; may be kept, and used on any thread
   * @param request what the client asked for, already authenticated
   * @return the stream that takes the audio from here on
   */
  VoiceStream open(VoiceSession session, StartRequest request);
}

package io.realtimevoice;

/**
 * Thrown by {@link VoiceHandler#open}, {@link VoiceStream#audio} or {@link VoiceStream#end} to
 * refuse a stream, or to go on with it, because of what the client asks or sends: a format that is
 * not supported, a quota that is used up.
 *
 * <p>The client gets {@code error} {@code STREAM_REFUSED} with the message of this exception; the
 * stream, if it was opened, is closed with {@link EndReason#REFUSED}. The connection stays, and the
 * client may start another stream. Everything else that is thrown counts as a failure.
 */
public class StreamRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param message why, for the user, in the language of {@link VoiceSession#locale()}; it is
   *     logged, too
   */
  public StreamRefusedException(String message) {
    super(message);
  }
}

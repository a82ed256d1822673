package io.realtimevoice.sample.tones;

/** Audio is not in the format that is expected; the message says what it is, and what can be. */
public final class BadAudioException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadAudioException(String message) {
    super(message);
  }
}

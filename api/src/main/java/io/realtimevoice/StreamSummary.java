package io.realtimevoice;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a stream has to say at its end; becomes {@code stopped}.
 *
 * @param text the whole text
 * @param duration how long the audio was; null: the channel computes it from the bytes, which it
 *     can for PCM only
 */
public record StreamSummary(String text, @Nullable Duration duration) {

  /** Checks what must not be null. */
  public StreamSummary {
    Objects.requireNonNull(text, "text");
  }

  /**
   * A summary with a text, and a duration that the channel computes.
   *
   * @param text the whole text
   * @return the summary
   */
  public static StreamSummary of(String text) {
    return new StreamSummary(text, null);
  }
}

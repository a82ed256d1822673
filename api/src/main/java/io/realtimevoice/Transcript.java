package io.realtimevoice;

import java.util.List;
import java.util.Objects;

/**
 * Recognised text; becomes {@code result}.
 *
 * @param text the text
 * @param isFinal whether this text will not change any more
 * @param words the words with their times; may be empty
 */
public record Transcript(String text, boolean isFinal, List<Word> words) {

  /**
   * One word of a transcript.
   *
   * @param text the word
   * @param startMillis where it begins, in milliseconds from the start of the stream's audio
   * @param endMillis where it ends, in milliseconds from the start of the stream's audio
   */
  public record Word(String text, long startMillis, long endMillis) {

    /** Checks the times. */
    public Word {
      Objects.requireNonNull(text, "text");
      if (startMillis < 0 || endMillis < startMillis) {
        throw new IllegalArgumentException(
            "a word must not end before it starts: " + startMillis + " to " + endMillis + " ms");
      }
    }
  }

  /** Takes a copy of the words. */
  public Transcript {
    Objects.requireNonNull(text, "text");
    words = List.copyOf(words);
  }

  /**
   * A text that may still change.
   *
   * @param text the text so far
   * @return a transcript without words
   */
  public static Transcript partial(String text) {
    return new Transcript(text, false, List.of());
  }

  /**
   * A text that will not change any more.
   *
   * @param text the text
   * @return a transcript without words
   */
  public static Transcript complete(String text) {
    return new Transcript(text, true, List.of());
  }
}

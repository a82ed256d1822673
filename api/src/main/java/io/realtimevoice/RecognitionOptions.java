package io.realtimevoice;

/**
 * What a client asks of the recognition. The names on the wire are those of the components, but for
 * {@code needvad}; the numbers mean what the recognition engine behind the handler makes of them,
 * and the channel passes them on untouched. On the wire {@code true} and {@code false} may stand
 * for 1 and 0.
 *
 * @param needVad 1: split the audio at pauses; default 0
 * @param filterDirty 1: leave out, 2: mask offensive words; default 0
 * @param filterModal 1: leave out some, 2: all filler words; default 0
 * @param filterPunc 1: leave out the full stop at the end, 2: all punctuation; default 0
 * @param convertNumMode 0: numbers as words, 1: as digits; default 1
 * @param wordInfo 1: times for words, 2: for words and punctuation; default 0
 * @param vadSilenceTime the pause that splits, in milliseconds; 0: the engine's default
 */
public record RecognitionOptions(
    int needVad,
    int filterDirty,
    int filterModal,
    int filterPunc,
    int convertNumMode,
    int wordInfo,
    int vadSilenceTime) {

  /** What holds for a client that asks for nothing. */
  public static final RecognitionOptions DEFAULT = new RecognitionOptions(0, 0, 0, 0, 1, 0, 0);
}

package io.realtimevoice.sample.tones;

/** Told of keys, in the order of the audio; times in milliseconds from its start. */
public interface ToneListener {

  /**
   * A key has sounded for long enough to be one, and may sound on.
   *
   * @param key one of {@code 0-9*#A-D}
   * @param startMillis where it begins
   */
  void began(char key, long startMillis);

  /**
   * The key that began last has ended.
   *
   * @param key one of {@code 0-9*#A-D}
   * @param startMillis where it begins
   * @param endMillis where it ends
   */
  void ended(char key, long startMillis, long endMillis);
}

package io.realtimevoice.sample.tones;

/** The latest samples of a stream, as numbers from -1 to 1; before the stream there is silence. */
final class History {

  private static final double FULL_SCALE = 32_768;

  private final double[] samples;
  private final int kept;
  private int end;

  /**
   * An empty one.
   *
   * @param kept how many samples can be looked at
   */
  History(int kept) {
    this.kept = kept;
    // Room for as many again, so that they are moved once in that many samples.
    this.samples = new double[2 * kept];
    this.end = kept;
  }

  void add(short sample) {
    if (end == samples.length) {
      System.arraycopy(samples, end - kept, samples, 0, kept);
      end = kept;
    }
    samples[end] = sample / FULL_SCALE;
    end++;
  }

  int kept() {
    return kept;
  }

  /** Some samples back; 1 is the latest. */
  double get(int back) {
    return samples[end - back];
  }
}

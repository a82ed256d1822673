package io.realtimevoice.sample.tones;

/**
 * A stretch of samples under a Hann window, which keeps the two tones of a key, 268 Hz or more
 * apart, out of each other's measurement.
 */
final class Block {

  private final double[] weights;
  private final double[] samples;
  private final double weight;
  private double power;

  Block(int length) {
    weights = new double[length];
    samples = new double[length];
    double sum = 0;
    for (int i = 0; i < length; i++) {
      weights[i] = Math.pow(Math.sin(Math.PI * (i + 0.5) / length), 2);
      sum += weights[i];
    }
    weight = sum;
  }

  int length() {
    return samples.length;
  }

  /** Takes the samples that end some samples before the latest one. */
  void take(History history, int back) {
    double sum = 0;
    for (int i = 0; i < samples.length; i++) {
      double sample = history.get(samples.length + back - i);
      double weighted = weights[i] * sample;
      samples[i] = weighted;
      sum += weighted * sample;
    }
    power = sum / weight;
  }

  /** The mean power of all there is to hear. */
  double power() {
    return power;
  }

  double[] samples() {
    return samples;
  }

  /** The sum of the window's weights. */
  double weight() {
    return weight;
  }
}

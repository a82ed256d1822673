package io.realtimevoice.sample.tones;

/**
 * One term of the discrete Fourier transform of a block, at any frequency (G. Goertzel, An
 * Algorithm for the Evaluation of Finite Trigonometric Series, 1958), and how far the tone is off
 * that frequency, from how the phase moves between blocks.
 */
final class Goertzel {

  private final double radiansPerSample;
  private final double cos;
  private final double sin;
  private double real;
  private double imaginary;
  private double previousReal;
  private double previousImaginary;

  Goertzel(double frequency, int sampleRate) {
    radiansPerSample = 2 * Math.PI * frequency / sampleRate;
    cos = Math.cos(radiansPerSample);
    sin = Math.sin(radiansPerSample);
  }

  /** Transforms a block. */
  void transform(double[] block) {
    double coefficient = 2 * cos;
    double last = 0;
    double lastButOne = 0;
    for (double sample : block) {
      double next = sample + coefficient * last - lastButOne;
      lastButOne = last;
      last = next;
    }
    previousReal = real;
    previousImaginary = imaginary;
    real = last - lastButOne * cos;
    imaginary = lastButOne * sin;
  }

  /** The power of a tone that fills a block of a length: half the square of its amplitude. */
  double power(int length) {
    return 2 * (real * real + imaginary * imaginary) / ((double) length * length);
  }

  /**
   * Adds how the phase has moved since the block before, which began some samples earlier, beyond
   * what this frequency accounts for.
   */
  void addDrift(Drift sum, int samples) {
    double turnedReal = real * previousReal + imaginary * previousImaginary;
    double turnedImaginary = imaginary * previousReal - real * previousImaginary;
    double expected = radiansPerSample * samples;
    double expectedReal = Math.cos(expected);
    double expectedImaginary = Math.sin(expected);
    sum.add(
        turnedReal * expectedReal + turnedImaginary * expectedImaginary,
        turnedImaginary * expectedReal - turnedReal * expectedImaginary);
  }

  double radiansPerSample() {
    return radiansPerSample;
  }
}

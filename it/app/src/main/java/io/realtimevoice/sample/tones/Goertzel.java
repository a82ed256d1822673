package io.realtimevoice.sample.tones;

/**
 * One term of the discrete Fourier transform of a block, at any frequency (G. Goertzel, An
 * Algorithm for the Evaluation of Finite Trigonometric Series, 1958), for blocks that begin a fixed
 * number of samples after each other.
 */
final class Goertzel {

  private final double cos;
  private final double sin;
  private final double cosOfHop;
  private final double sinOfHop;
  private double real;
  private double imaginary;
  private double previousReal;
  private double previousImaginary;

  Goertzel(double frequency, int sampleRate, int hop) {
    double radiansPerSample = 2 * Math.PI * frequency / sampleRate;
    cos = Math.cos(radiansPerSample);
    sin = Math.sin(radiansPerSample);
    cosOfHop = Math.cos(radiansPerSample * hop);
    sinOfHop = Math.sin(radiansPerSample * hop);
  }

  /** Transforms the next block. */
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
   * How the phase has moved from the block before to this one, beyond what the frequency accounts
   * for, as the real part of a vector; {@link #imaginaryDrift} is the imaginary one.
   */
  double realDrift() {
    return turnedReal() * cosOfHop + turnedImaginary() * sinOfHop;
  }

  double imaginaryDrift() {
    return turnedImaginary() * cosOfHop - turnedReal() * sinOfHop;
  }

  private double turnedReal() {
    return real * previousReal + imaginary * previousImaginary;
  }

  private double turnedImaginary() {
    return imaginary * previousReal - real * previousImaginary;
  }
}

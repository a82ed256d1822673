package io.realtimevoice.sample.tones;

/**
 * One term of the discrete Fourier transform of a block, at any frequency (G. Goertzel, An
 * Algorithm for the Evaluation of Finite Trigonometric Series, 1958).
 */
final class Goertzel {

  private double cos;
  private double sin;
  private double real;
  private double imaginary;
  private double power;

  /** Chooses the frequency, in radians per sample. */
  void tune(double frequency) {
    cos = Math.cos(frequency);
    sin = Math.sin(frequency);
  }

  void transform(Block block) {
    double coefficient = 2 * cos;
    double last = 0;
    double lastButOne = 0;
    for (double sample : block.samples()) {
      double next = sample + coefficient * last - lastButOne;
      lastButOne = last;
      last = next;
    }
    real = last - lastButOne * cos;
    imaginary = lastButOne * sin;
    power = 2 * (real * real + imaginary * imaginary) / (block.weight() * block.weight());
  }

  /** The power of the tone, which is half the square of its amplitude. */
  double power() {
    return power;
  }

  /** The phase of the tone at the end of the block, in radians. */
  double phase() {
    return Math.atan2(imaginary, real);
  }
}

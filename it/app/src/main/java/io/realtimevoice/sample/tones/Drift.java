package io.realtimevoice.sample.tones;

/** How a tone's phase moves against its nominal frequency, as the mean over blocks. */
final class Drift {

  private double real;
  private double imaginary;

  void clear() {
    real = 0;
    imaginary = 0;
  }

  void add(double turnedReal, double turnedImaginary) {
    real += turnedReal;
    imaginary += turnedImaginary;
  }

  /** The frequency's deviation as a fraction of the nominal one. */
  double deviation(Goertzel nominal, int samples) {
    return Math.atan2(imaginary, real) / (samples * nominal.radiansPerSample());
  }
}

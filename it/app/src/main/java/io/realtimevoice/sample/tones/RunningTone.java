package io.realtimevoice.sample.tones;

/** One of a key's two tones, over the blocks of a run. */
final class RunningTone {

  private int blocks;
  private double power;
  private double squaredPower;
  private double realDrift;
  private double imaginaryDrift;

  void clear() {
    blocks = 0;
    power = 0;
    squaredPower = 0;
    realDrift = 0;
    imaginaryDrift = 0;
  }

  void addPower(double ofBlock) {
    blocks++;
    power += ofBlock;
    squaredPower += ofBlock * ofBlock;
  }

  void addDrift(Goertzel tone) {
    realDrift += tone.realDrift();
    imaginaryDrift += tone.imaginaryDrift();
  }

  /** How far the tone is off its nominal frequency, in Hz, from how its phase drifts. */
  double deviation(double hopSeconds) {
    return Math.atan2(imaginaryDrift, realDrift) / (2 * Math.PI * hopSeconds);
  }

  /** How steady the level is: 1 if all blocks are as loud, the less the more they differ. */
  double steadiness() {
    return power * power / (blocks * squaredPower);
  }

  /** The sum over the blocks, with what the transform loses of a tone with this deviation. */
  double power(double deviation, double blockSeconds) {
    double x = Math.PI * deviation * blockSeconds;
    double sinc = x == 0 ? 1 : Math.sin(x) / x;
    return power / (sinc * sinc);
  }
}

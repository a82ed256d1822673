package io.realtimevoice.sample.tones;

/**
 * The two tones of one key, at the frequencies and levels that they really have.
 *
 * <p>What {@link Spectrum} sees only roughly is measured here over 30 ms, and has to be what a
 * telephone makes: two steady tones in tune and hardly anything else. Speech and music pass for a
 * key now and then for the length of a block, but not here.
 */
final class TonePair {

  /** The least power of each tone: 50 dB below that of a full-scale tone. */
  static final double LEAST_POWER = Math.pow(10, -5.0) / 2;

  private static final double PROOF_SECONDS = 0.030;
  private static final double PHASE_STEP_SECONDS = 0.0075;

  /**
   * How far off a frequency may be: 1.5 % must be accepted, 3.5 % must not be. Up to 1.8 % no two
   * of the first four harmonics of one voice can be the tones of a key.
   */
  private static final double TOLERANCE = 0.018;

  /** How much of the power the two tones must have; noise 12 dB below them is no hindrance. */
  private static final double PURITY = 0.92;

  /** How much stronger the low tone may be: 8 dB, and 1 dB for noise. */
  private static final double MOST_LOW = Math.pow(10, 0.9);

  /** How much stronger the high tone may be: 4 dB, and 1 dB for noise. */
  private static final double MOST_HIGH = Math.pow(10, 0.5);

  private final int sampleRate;
  private final int phaseStep;
  private final Block proof;
  private final Block part;
  private final Goertzel low = new Goertzel();
  private final Goertzel high = new Goertzel();
  private double lowPower;
  private double highPower;

  TonePair(int sampleRate) {
    this.sampleRate = sampleRate;
    phaseStep = (int) Math.round(PHASE_STEP_SECONDS * sampleRate);
    proof = new Block((int) Math.round(PROOF_SECONDS * sampleRate));
    part = new Block(proof.length() - phaseStep);
  }

  /** Whether the latest samples are a key's tones; if so, they are the ones that level() is of. */
  boolean tune(History history, int row, int column) {
    double lowNominal = 2 * Math.PI * KeyPad.rowFrequency(row) / sampleRate;
    double highNominal = 2 * Math.PI * KeyPad.columnFrequency(column) / sampleRate;
    low.tune(lowNominal);
    high.tune(highNominal);
    part.take(history, phaseStep);
    low.transform(part);
    high.transform(part);
    double lowPhase = low.phase();
    double highPhase = high.phase();
    part.take(history, 0);
    low.transform(part);
    high.transform(part);
    double lowOff = offset(low.phase() - lowPhase, lowNominal);
    double highOff = offset(high.phase() - highPhase, highNominal);
    if (Math.abs(lowOff) > TOLERANCE * lowNominal || Math.abs(highOff) > TOLERANCE * highNominal) {
      return false;
    }
    low.tune(lowNominal + lowOff);
    high.tune(highNominal + highOff);
    proof.take(history, 0);
    low.transform(proof);
    high.transform(proof);
    lowPower = low.power();
    highPower = high.power();
    return lowPower >= LEAST_POWER
        && highPower >= LEAST_POWER
        && lowPower <= highPower * MOST_LOW
        && highPower <= lowPower * MOST_HIGH
        && lowPower + highPower >= PURITY * proof.power();
  }

  /** The level of the tones in a block against when they were tuned to: that of the weaker one. */
  double level(Block block) {
    low.transform(block);
    high.transform(block);
    return Math.sqrt(Math.min(low.power() / lowPower, high.power() / highPower));
  }

  /** How far a frequency is off, in radians per sample, by how far the phase went in a step. */
  private double offset(double phase, double nominal) {
    return Math.IEEEremainder(phase - nominal * phaseStep, 2 * Math.PI) / phaseStep;
  }
}

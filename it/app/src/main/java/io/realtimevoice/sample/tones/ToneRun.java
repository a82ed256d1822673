package io.realtimevoice.sample.tones;

/**
 * Blocks in a row that have the same key. One block says little; what Q.24 asks of a key is asked
 * of the run. Positions are counted in samples.
 */
final class ToneRun {

  /** 1.5 % must be accepted, 3.5 % must not be. */
  private static final double TOLERANCE = 0.025;

  /**
   * How much weaker the high tone may be: 8 dB must be accepted, and what the stronger tone leaks
   * into the weaker one's measurement is up to 1.5 dB.
   */
  private static final double FORWARD_TWIST = decibels(10.5);

  /** How much stronger the high tone may be: 4 dB must be accepted, and the same holds. */
  private static final double REVERSE_TWIST = decibels(6.5);

  /**
   * How much of the energy must be the two tones'. Noise 13 dB below them leaves 0.95, the blocks
   * at the beginning of a short key cost as much again; speech is rarely above 0.85.
   */
  private static final double PURITY = 0.9;

  /** A key begins at once and stays as loud: 40 ms in noise have 0.88, speech is below 0.8. */
  private static final double STEADINESS = 0.83;

  private final double blockSeconds;
  private final double hopSeconds;
  private final RunningTone low = new RunningTone();
  private final RunningTone high = new RunningTone();
  private double power;
  private char key;
  private long start;
  private long end;
  private boolean sounding;

  ToneRun(double blockSeconds, double hopSeconds) {
    this.blockSeconds = blockSeconds;
    this.hopSeconds = hopSeconds;
  }

  void begin(Spectrum spectrum, long at, long until) {
    key = spectrum.key();
    start = at;
    sounding = true;
    low.clear();
    high.clear();
    power = 0;
    add(spectrum, until);
  }

  /** Goes on with a block that does not follow on the last one of the run. */
  void add(Spectrum spectrum, long until) {
    end = until;
    low.addPower(spectrum.rowPower());
    high.addPower(spectrum.columnPower());
    power += spectrum.power();
  }

  /** Goes on with the block after the last one of the run. */
  void addNext(Spectrum spectrum, long until) {
    add(spectrum, until);
    low.addDrift(spectrum.rowTone());
    high.addDrift(spectrum.columnTone());
  }

  void over() {
    sounding = false;
  }

  /** Whether these are the tones of a key, and nothing that sounds alike. */
  boolean isKey() {
    double lowDeviation = low.deviation(hopSeconds);
    double highDeviation = high.deviation(hopSeconds);
    double lowPower = low.power(lowDeviation, blockSeconds);
    double highPower = high.power(highDeviation, blockSeconds);
    return Math.abs(lowDeviation) <= TOLERANCE * KeyPad.rowFrequency(KeyPad.row(key))
        && Math.abs(highDeviation) <= TOLERANCE * KeyPad.columnFrequency(KeyPad.column(key))
        && lowPower <= highPower * FORWARD_TWIST
        && highPower <= lowPower * REVERSE_TWIST
        && low.steadiness() >= STEADINESS
        && high.steadiness() >= STEADINESS
        && lowPower + highPower >= PURITY * power;
  }

  /** Whether it has the key of the last block. */
  boolean hasKeyOf(Spectrum spectrum) {
    return sounding && key == spectrum.key();
  }

  boolean sounding() {
    return sounding;
  }

  char key() {
    return key;
  }

  long start() {
    return start;
  }

  long end() {
    return end;
  }

  private static double decibels(double ratio) {
    return Math.pow(10, ratio / 10);
  }
}

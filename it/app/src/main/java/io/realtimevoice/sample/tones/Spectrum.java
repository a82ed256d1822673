package io.realtimevoice.sample.tones;

/** Looks for the two tones of a key in one block after the other. */
final class Spectrum {

  /**
   * How much of a block's energy the two tones must have. A tone that fills a part of the block
   * only has just this part of it, so the bound also tells where in the block a tone begins.
   */
  static final double PURITY = 0.62;

  /** Each tone's level at least, against full scale: -45 dB. */
  private static final double LEAST_POWER = Math.pow(10, -4.5) / 2;

  /** How much weaker the high tone may be: 8 dB, and 1 dB for what a deviation costs. */
  private static final double FORWARD_TWIST = Math.pow(10, 0.9);

  /** How much stronger the high tone may be: 4 dB, and 1 dB for what a deviation costs. */
  private static final double REVERSE_TWIST = Math.pow(10, 0.5);

  private final Goertzel[] rows = new Goertzel[KeyPad.rows()];
  private final Goertzel[] columns = new Goertzel[KeyPad.columns()];
  private int row;
  private int column;

  Spectrum(int sampleRate) {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new Goertzel(KeyPad.rowFrequency(i), sampleRate);
    }
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new Goertzel(KeyPad.columnFrequency(i), sampleRate);
    }
  }

  /** Whether a block, of samples from -1 to 1, has the tones of a key, and of one only. */
  boolean hasKey(double[] block) {
    row = strongest(rows, block);
    column = strongest(columns, block);
    double low = rows[row].power(block.length);
    double high = columns[column].power(block.length);
    return low >= LEAST_POWER
        && high >= LEAST_POWER
        && low <= high * FORWARD_TWIST
        && high <= low * REVERSE_TWIST
        && low + high >= PURITY * meanPower(block);
  }

  /** The key of the last block. */
  char key() {
    return KeyPad.key(row, column);
  }

  Goertzel rowTone() {
    return rows[row];
  }

  Goertzel columnTone() {
    return columns[column];
  }

  private static int strongest(Goertzel[] tones, double[] block) {
    int strongest = 0;
    double most = -1;
    for (int i = 0; i < tones.length; i++) {
      tones[i].transform(block);
      double power = tones[i].power(block.length);
      if (power > most) {
        most = power;
        strongest = i;
      }
    }
    return strongest;
  }

  private static double meanPower(double[] block) {
    double sum = 0;
    for (double sample : block) {
      sum += sample * sample;
    }
    return sum / block.length;
  }
}

package io.realtimevoice.sample.tones;

/** Looks for the two tones of a key in one block after the other. */
final class Spectrum {

  /**
   * How much of a block's energy the two tones must have. A tone that fills a part of the block
   * only has just this part of it, so the bound also tells where in the block a tone begins.
   */
  static final double PURITY = 0.62;

  /** Each tone's power at least: 50 dB below the one of a full-scale tone. */
  private static final double LEAST_POWER = Math.pow(10, -5.0) / 2;

  private final Goertzel[] rows = new Goertzel[KeyPad.rows()];
  private final Goertzel[] columns = new Goertzel[KeyPad.columns()];
  private int row;
  private int column;
  private double rowPower;
  private double columnPower;
  private double power;

  Spectrum(int sampleRate, int hop) {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new Goertzel(KeyPad.rowFrequency(i), sampleRate, hop);
    }
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new Goertzel(KeyPad.columnFrequency(i), sampleRate, hop);
    }
  }

  /** Whether a block, of samples from -1 to 1, is mostly the two tones of one key. */
  boolean hasKey(double[] block) {
    row = strongest(rows, block);
    column = strongest(columns, block);
    rowPower = rows[row].power(block.length);
    columnPower = columns[column].power(block.length);
    power = meanPower(block);
    return rowPower >= LEAST_POWER
        && columnPower >= LEAST_POWER
        && rowPower + columnPower >= PURITY * power;
  }

  /** The key of the last block, by its strongest tones. */
  char key() {
    return KeyPad.key(row, column);
  }

  Goertzel rowTone() {
    return rows[row];
  }

  Goertzel columnTone() {
    return columns[column];
  }

  double rowPower() {
    return rowPower;
  }

  double columnPower() {
    return columnPower;
  }

  /** The mean power of the last block, with all that is in it. */
  double power() {
    return power;
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

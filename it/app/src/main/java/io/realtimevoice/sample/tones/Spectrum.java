package io.realtimevoice.sample.tones;

/** Looks for the two tones of a key in one block after the other; quick, and no proof. */
final class Spectrum {

  /** How much of a block's power the two tones must have. */
  private static final double PURITY = 0.6;

  private final Goertzel[] rows = new Goertzel[KeyPad.rows()];
  private final Goertzel[] columns = new Goertzel[KeyPad.columns()];
  private int row;
  private int column;

  Spectrum(int sampleRate) {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new Goertzel();
      rows[i].tune(2 * Math.PI * KeyPad.rowFrequency(i) / sampleRate);
    }
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new Goertzel();
      columns[i].tune(2 * Math.PI * KeyPad.columnFrequency(i) / sampleRate);
    }
  }

  /** Whether a block seems to have the tones of a key. */
  boolean hasKey(Block block) {
    if (block.power() < TonePair.LEAST_POWER) {
      return false;
    }
    row = strongest(rows, block);
    column = strongest(columns, block);
    return rows[row].power() + columns[column].power() >= PURITY * block.power();
  }

  /** The row of the last block's key. */
  int row() {
    return row;
  }

  /** The column of the last block's key. */
  int column() {
    return column;
  }

  private static int strongest(Goertzel[] tones, Block block) {
    int strongest = 0;
    for (int i = 0; i < tones.length; i++) {
      tones[i].transform(block);
      if (tones[i].power() > tones[strongest].power()) {
        strongest = i;
      }
    }
    return strongest;
  }
}

package io.realtimevoice.sample.tones;

/** How many blocks in a row seem to have the same key. */
final class KeyRun {

  private int row;
  private int column;
  private int blocks;

  /** One more block has been looked at. */
  void count(Spectrum spectrum, boolean hasKey) {
    if (!hasKey) {
      blocks = 0;
    } else if (blocks > 0 && spectrum.row() == row && spectrum.column() == column) {
      blocks++;
    } else {
      row = spectrum.row();
      column = spectrum.column();
      blocks = 1;
    }
  }

  int blocks() {
    return blocks;
  }

  int row() {
    return row;
  }

  int column() {
    return column;
  }

  boolean isOther(char key) {
    return blocks > 0 && KeyPad.key(row, column) != key;
  }

  char key() {
    return KeyPad.key(row, column);
  }
}

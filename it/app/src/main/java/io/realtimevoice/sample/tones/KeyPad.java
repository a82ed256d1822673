package io.realtimevoice.sample.tones;

/** The keys of a telephone and their two frequencies in Hz (ITU-T Q.23, table 1). */
final class KeyPad {

  private static final double[] ROWS = {697, 770, 852, 941};
  private static final double[] COLUMNS = {1209, 1336, 1477, 1633};
  private static final String KEYS = "123A456B789C*0#D";

  private KeyPad() {}

  static int rows() {
    return ROWS.length;
  }

  static int columns() {
    return COLUMNS.length;
  }

  static double rowFrequency(int row) {
    return ROWS[row];
  }

  static double columnFrequency(int column) {
    return COLUMNS[column];
  }

  static char key(int row, int column) {
    return KEYS.charAt(row * COLUMNS.length + column);
  }

  static int row(char key) {
    return index(key) / COLUMNS.length;
  }

  static int column(char key) {
    return index(key) % COLUMNS.length;
  }

  private static int index(char key) {
    int index = KEYS.indexOf(key);
    if (index < 0) {
      throw new IllegalArgumentException("no telephone has the key " + key + ", only " + KEYS);
    }
    return index;
  }
}

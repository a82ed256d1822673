package io.realtimevoice.sample.tones;

/** The key that sounds, if any: since when, and until when so far; positions are in samples. */
final class Press {

  /** Half of a block has the tones if their level in it is half of what it was. */
  static final double EDGE_LEVEL = 0.5;

  private boolean sounding;
  private char key;
  private double start;
  private double end;
  private double level;

  void begin(char newKey, double at, double now) {
    sounding = true;
    key = newKey;
    start = at;
    end = now;
    level = 1;
  }

  void over() {
    sounding = false;
  }

  boolean sounding() {
    return sounding;
  }

  /** The tones' level at a position, after the one before. */
  void follow(double nextLevel, double position, int step) {
    if (nextLevel >= EDGE_LEVEL) {
      end = position;
    } else if (level >= EDGE_LEVEL) {
      end += crossing(level, nextLevel) * step;
    }
    level = nextLevel;
  }

  /** Which part of the way from one level down to another is above the edge's. */
  static double crossing(double above, double below) {
    return (above - EDGE_LEVEL) / (above - below);
  }

  char key() {
    return key;
  }

  double start() {
    return start;
  }

  double end() {
    return end;
  }
}

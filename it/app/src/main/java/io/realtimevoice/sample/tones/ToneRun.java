package io.realtimevoice.sample.tones;

/** Blocks in a row that have the same key; positions are counted in samples. */
final class ToneRun {

  private final Drift rowDrift = new Drift();
  private final Drift columnDrift = new Drift();
  private char key;
  private long start;
  private long end;
  private boolean sounding;
  private boolean told;
  private boolean inTune;

  void begin(char newKey, long at, long until) {
    key = newKey;
    start = at;
    end = until;
    sounding = true;
    told = false;
    inTune = true;
    rowDrift.clear();
    columnDrift.clear();
  }

  void goOn(long until) {
    end = until;
  }

  void measure(Spectrum spectrum, int hop, double tolerance) {
    spectrum.rowTone().addDrift(rowDrift, hop);
    spectrum.columnTone().addDrift(columnDrift, hop);
    inTune =
        Math.abs(rowDrift.deviation(spectrum.rowTone(), hop)) <= tolerance
            && Math.abs(columnDrift.deviation(spectrum.columnTone(), hop)) <= tolerance;
  }

  void over() {
    sounding = false;
  }

  void tell() {
    told = true;
  }

  boolean sounding() {
    return sounding;
  }

  boolean told() {
    return told;
  }

  boolean inTune() {
    return inTune;
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
}

package io.realtimevoice.it.cuts;

/** Looks for the moment of a cut in the bytes of its direction. */
final class Moment {

  private final int frame;
  private final Frames frames = new Frames();
  private long left;

  Moment(Cut cut) {
    this.frame = cut.frame();
    this.left = cut.bytes();
  }

  /**
   * Takes bytes, up to the moment.
   *
   * @return how many are before it
   */
  int take(byte[] bytes, int length) {
    int before = frame >= 0 ? frames.take(bytes, length, frame) : (int) Math.min(length, left);
    left -= before;
    return before;
  }

  /** Whether the next byte would be behind it. */
  boolean isNow() {
    return frame >= 0 ? frames.reached(frame) : left == 0;
  }
}

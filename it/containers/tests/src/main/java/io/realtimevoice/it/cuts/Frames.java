package io.realtimevoice.it.cuts;

/**
 * Counts the WebSocket frames (RFC 6455, section 5.2) of one direction of a connection, behind the
 * HTTP head that comes before them.
 */
final class Frames {

  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
  private static final int LENGTH = 0x7f;
  private static final int MASKED = 0x80;

  private final byte[] header = new byte[14];
  private int head;
  private int headerBytes;
  private long payload;
  private int count;

  /** How many frames have ended. */
  int count() {
    return count;
  }

  /**
   * Takes bytes, up to the end of a frame.
   *
   * @param last which frame's end is the last to be taken, counted from 1; 0: the head's
   * @return how many bytes belong to it and those before
   */
  int take(byte[] bytes, int length, int last) {
    for (int i = 0; i < length; i++) {
      if (reached(last)) {
        return i;
      }
      take(bytes[i]);
    }
    return length;
  }

  boolean reached(int last) {
    return head == END_OF_HEAD.length && count >= last && headerBytes == 0;
  }

  private void take(byte next) {
    if (head < END_OF_HEAD.length) {
      head = next == END_OF_HEAD[head] ? head + 1 : next == END_OF_HEAD[0] ? 1 : 0;
      return;
    }
    if (payload > 0) {
      payload--;
    } else {
      header[headerBytes++] = next;
      if (headerBytes < 2 || headerBytes < headerLength()) {
        return;
      }
      payload = payloadLength();
    }
    if (payload == 0) {
      count++;
      headerBytes = 0;
    }
  }

  private int headerLength() {
    int length = header[1] & LENGTH;
    int extended = length == 126 ? 2 : length == 127 ? 8 : 0;
    return 2 + extended + ((header[1] & MASKED) != 0 ? 4 : 0);
  }

  private long payloadLength() {
    int length = header[1] & LENGTH;
    int extended = length == 126 ? 2 : length == 127 ? 8 : 0;
    if (extended == 0) {
      return length;
    }
    long value = 0;
    for (int i = 0; i < extended; i++) {
      value = (value << 8) | (header[2 + i] & 0xff);
    }
    return value;
  }
}

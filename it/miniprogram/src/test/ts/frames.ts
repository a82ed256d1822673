/** The end of an HTTP head. */
const END_OF_HEAD = '\r\n\r\n';

/**
 * Counts the WebSocket frames (RFC 6455, section 5.2) of one direction of a connection, behind the
 * HTTP head that comes before them.
 */
export class Frames {
  private head = 0;
  private readonly header: number[] = [];
  private payload = 0;
  private count = 0;

  /**
   * Takes bytes, up to the end of a frame.
   *
   * @param last which frame's end is the last to be taken, counted from 1; 0: the head's
   * @return how many bytes belong to it and those before
   */
  take(bytes: Buffer, last: number): number {
    let taken = 0;
    while (taken < bytes.length && !this.reached(last)) {
      if (this.payload > 1) {
        const skipped = Math.min(this.payload - 1, bytes.length - taken);
        this.payload -= skipped;
        taken += skipped;
      } else {
        this.next(bytes[taken++] ?? 0);
      }
    }
    return taken;
  }

  reached(last: number): boolean {
    return this.head === END_OF_HEAD.length && this.count >= last && this.header.length === 0;
  }

  private next(byte: number): void {
    if (this.head < END_OF_HEAD.length) {
      const expected = byte === END_OF_HEAD.charCodeAt(this.head);
      this.head = expected ? this.head + 1 : byte === END_OF_HEAD.charCodeAt(0) ? 1 : 0;
      return;
    }
    if (this.payload > 0) {
      this.payload--;
    } else {
      this.header.push(byte);
      const length = lengthOf(this.header);
      if (length === null) {
        return;
      }
      this.payload = length;
    }
    if (this.payload === 0) {
      this.count++;
      this.header.length = 0;
    }
  }
}

/** The length of a frame's payload; null while its header is not complete. */
function lengthOf(header: readonly number[]): number | null {
  const second = header[1];
  if (second === undefined) {
    return null;
  }
  const short = second & 0x7f;
  const extended = short === 126 ? 2 : short === 127 ? 8 : 0;
  const mask = (second & 0x80) !== 0 ? 4 : 0;
  if (header.length < 2 + extended + mask) {
    return null;
  }
  return extended === 0
    ? short
    : header.slice(2, 2 + extended).reduce((value, byte) => value * 256 + byte, 0);
}

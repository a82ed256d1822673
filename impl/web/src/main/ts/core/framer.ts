/** Cuts audio that comes in pieces of any size into frames of one size. */
export class Framer {
  private rest = new Uint8Array(0);

  /**
   * @param frameBytes the size of a frame
   * @param sink gets each frame, a buffer of its own
   */
  constructor(
    private readonly frameBytes: number,
    private readonly sink: (frame: ArrayBuffer) => void,
  ) {}

  add(piece: ArrayBuffer): void {
    const all = new Uint8Array(this.rest.length + piece.byteLength);
    all.set(this.rest);
    all.set(new Uint8Array(piece), this.rest.length);
    let from = 0;
    for (; from + this.frameBytes <= all.length; from += this.frameBytes) {
      this.sink(all.slice(from, from + this.frameBytes).buffer);
    }
    this.rest = all.slice(from);
  }

  /** Gives out what is left, shorter than a frame, if anything is. */
  flush(): void {
    if (this.rest.length > 0) {
      const last = this.rest;
      this.rest = new Uint8Array(0);
      this.sink(last.slice().buffer);
    }
  }
}

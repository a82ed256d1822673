import type { Settings } from './settings';

/** Bytes in a millisecond of PCM16, mono, 16 kHz. */
const BYTES_PER_MS = 32;

/** What the uplink does with a frame, and what is to be told. */
export interface Passage {
  readonly pass: boolean;
  /** A gap begins or ends with this frame. */
  readonly turned: boolean;
  readonly queuedBytes: number;
  readonly droppedBytes: number;
}

/** Lets audio out only while not too much of it waits: what is late is of no use to anybody. */
export class Uplink {
  private dropped = 0;

  constructor(private readonly settings: Settings) {}

  /**
   * Decides on a frame.
   *
   * @param queuedBytes how much waits already
   */
  admit(bytes: number, queuedBytes: number): Passage {
    const pass = queuedBytes <= this.settings.maxBufferedMs * BYTES_PER_MS;
    const inGap = this.dropped > 0;
    this.dropped = pass ? 0 : this.dropped + bytes;
    const droppedBytes = this.dropped;
    return { pass, turned: pass ? inGap : !inGap, queuedBytes, droppedBytes };
  }
}

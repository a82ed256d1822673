import { SAMPLE_RATE } from '../audio/format';

interface SentFrame {
  /** Its first byte, and the one behind its last, counted over the stream. */
  readonly start: number;
  readonly end: number;
  readonly sentAt: number;
  readonly capturedAt: number;
}

const BYTES_PER_SECOND = 2 * SAMPLE_RATE;

/** More than this is not kept: what is so late will not be measured. */
const MAX_FRAMES = 3_000;

/**
 * Measures a stream that comes back byte for byte: the n-th byte that arrives, or is played, is the
 * n-th that was sent.
 */
export class LoopbackMeter {
  private frames: SentFrame[] = [];
  private sent = 0;
  private received = 0;

  /**
   * A frame was sent.
   *
   * @param sentAt in milliseconds
   * @param capturedAt of its first sample, in seconds of the audio context
   */
  frameSent(bytes: number, sentAt: number, capturedAt: number): void {
    const start = this.sent;
    this.sent += bytes;
    this.frames.push({ start, end: this.sent, sentAt, capturedAt });
    if (this.frames.length > MAX_FRAMES) {
      this.frames.shift();
    }
  }

  /** Audio has arrived; gives the round trip of its last byte in milliseconds, if that is known. */
  arrived(bytes: number, now: number): number | null {
    this.received += bytes;
    const frame = this.frameOf(this.received - 1);
    return frame === undefined ? null : now - frame.sentAt;
  }

  /** So many samples have been played at a time; gives mouth-to-ear in milliseconds, if known. */
  played(samples: number, at: number): number | null {
    const position = 2 * samples;
    const frame = this.frameOf(position);
    if (samples === 0 || position >= this.received || frame === undefined) {
      return null;
    }
    const capturedAt = frame.capturedAt + (position - frame.start) / BYTES_PER_SECOND;
    return 1000 * (at - capturedAt);
  }

  private frameOf(position: number): SentFrame | undefined {
    return this.frames.find(({ start, end }) => start <= position && position < end);
  }
}

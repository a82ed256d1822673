const SAMPLE_RATE = 16_000;
const BYTES_PER_SAMPLE = 2;

/** Frames that are older than this many are not looked for: at 20 ms each, a minute. */
const REMEMBERED = 3_000;

interface SentFrame {
  readonly hash: number;
  readonly bytes: number;
  readonly capturedAt: number;
  readonly sentAt: number;
}

interface Returned {
  readonly firstSample: number;
  readonly samples: number;
  readonly capturedAt: number;
}

/**
 * Finds in what a server plays back the frames that were sent, and so how long they were away.
 *
 * Frames are known by their contents, not counted: what is lost on the way must not make all that
 * follows look late.
 */
export class Loopback {
  private away: SentFrame[] = [];
  private returned: Returned[] = [];
  private samples = 0;

  /** @param capturedAt in seconds of the audio context; sentAt in milliseconds */
  sent(frame: ArrayBuffer, capturedAt: number, sentAt: number): void {
    this.away.push({ hash: hashOf(frame), bytes: frame.byteLength, capturedAt, sentAt });
    if (this.away.length > REMEMBERED) {
      this.away.shift();
    }
  }

  /**
   * Audio has come.
   *
   * @returns the milliseconds it was away; null if it is none that was sent
   */
  received(audio: ArrayBuffer, now: number): number | null {
    const firstSample = this.samples;
    const samples = audio.byteLength / BYTES_PER_SAMPLE;
    this.samples += samples;
    const hash = hashOf(audio);
    const at = this.away.findIndex(
      (frame) => frame.hash === hash && frame.bytes === audio.byteLength,
    );
    const frame = this.away[at];
    if (frame === undefined) {
      return null;
    }
    // Those before it were lost: the way keeps the order.
    this.away.splice(0, at + 1);
    this.returned.push({ firstSample, samples, capturedAt: frame.capturedAt });
    return now - frame.sentAt;
  }

  /**
   * A sample is heard.
   *
   * @param sample its number, in all that has come
   * @param at when, in seconds of the audio context
   * @returns the milliseconds since it was captured; null if it is none that was sent
   */
  heard(sample: number, at: number): number | null {
    while (this.returned.length > 0 && isBefore(this.returned[0], sample)) {
      this.returned.shift();
    }
    const piece = this.returned[0];
    if (piece === undefined || sample < piece.firstSample) {
      return null;
    }
    const capturedAt = piece.capturedAt + (sample - piece.firstSample) / SAMPLE_RATE;
    return (at - capturedAt) * 1_000;
  }
}

function isBefore(piece: Returned | undefined, sample: number): boolean {
  return piece !== undefined && piece.firstSample + piece.samples <= sample;
}

/** FNV-1a. */
function hashOf(audio: ArrayBuffer): number {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(audio)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return hash;
}

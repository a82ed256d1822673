import { SAMPLE_RATE } from './format';

/** How a jitter buffer does; milliseconds, and samples of 16 kHz. */
export interface JitterStats {
  readonly depthMs: number;
  readonly targetMs: number;
  readonly underruns: number;
  readonly droppedMs: number;
  /** How many samples have left, those that were dropped included. */
  readonly playedSamples: number;
}

const PER_MS = SAMPLE_RATE / 1000;
const MIN_TARGET_MS = 60;
const MAX_TARGET_MS = 400;
const RAISE_MS = 40;
const LOWER_MS = 20;
const FADE = 5 * PER_MS;

/** More than this above the target is stale: it has waited through a stall. */
const STALE_MS = 120;

/** The target is compared with the lowest depth of so much played audio. */
const WINDOW = 1_000 * PER_MS;

/** The same after a cut of what was stale, to see how much more of it there is. */
const SETTLING = 200 * PER_MS;

/** What the lowest depth may be above {@link RESERVE_MS} before it is worth a cut. */
const SLACK_MS = 20;

/** What the lowest depth should be. */
const RESERVE_MS = 20;

/** So many targets of time are waited for the rest of a target, which never comes at the end of speech. */
const PATIENCE = 2;

/** 16 s; audio that finds no room is not played. */
const CAPACITY = 1 << 18;

/**
 * Evens out the arrival of audio: plays when enough is there, asks for more after an underrun,
 * shrinks again when the network has calmed down, and leaves out what is stale. Every cut is a cross
 * fade, every beginning and end a fade, so that none clicks.
 */
export class JitterBuffer {
  private readonly ring = new Float32Array(CAPACITY);
  private written = 0;
  private read = 0;
  private playing = false;
  private target = MIN_TARGET_MS;
  private lowest = Infinity;
  private windowLeft = WINDOW;
  private settling = false;
  /** How long there has been nothing to play, in samples; null before that, and after it. */
  private starved: number | null = null;
  /** How long audio has waited to begin, in samples. */
  private waited = 0;
  private gain = 0;
  private underruns = 0;
  private dropped = 0;
  private last = 0;

  get stats(): JitterStats {
    return {
      depthMs: this.depth / PER_MS,
      targetMs: this.target,
      underruns: this.underruns,
      droppedMs: this.dropped / PER_MS,
      playedSamples: this.read,
    };
  }

  /** Takes audio that has arrived. */
  push(samples: Float32Array): void {
    for (const sample of samples) {
      if (this.depth < CAPACITY) {
        this.ring[this.written++ % CAPACITY] = sample;
      } else {
        this.dropped++;
      }
    }
    this.learn();
    if (this.depth > (this.target + STALE_MS) * PER_MS) {
      this.skip(this.depth - this.target * PER_MS);
      this.beginWindow(true);
    }
  }

  /** Fills a block with what is to be heard next, silence where there is nothing. */
  pull(block: Float32Array): void {
    if (!this.playing && this.mayBegin) {
      this.playing = true;
      this.waited = 0;
      this.beginWindow(this.settling);
    }
    for (let i = 0; i < block.length; i++) {
      block[i] = this.next();
    }
    if (this.playing) {
      this.adapt(block.length);
    } else if (this.depth > 0) {
      this.waited += block.length;
    } else if (this.starved !== null) {
      this.starved += block.length;
    }
  }

  /** Forgets everything, as for a new stream. */
  reset(): void {
    this.written = 0;
    this.read = 0;
    this.playing = false;
    this.settling = false;
    this.waited = 0;
    this.starved = null;
    this.target = MIN_TARGET_MS;
    this.underruns = 0;
    this.dropped = 0;
  }

  private get depth(): number {
    return this.written - this.read;
  }

  /** Not within the fade of what was played before, which would click. */
  private get mayBegin(): boolean {
    const target = this.target * PER_MS;
    const enough = this.depth >= target || this.waited >= PATIENCE * target;
    return enough && this.depth > 0 && this.gain === 0;
  }

  private next(): number {
    if (this.playing && this.depth > 0) {
      this.gain = Math.min(1, this.gain + 1 / FADE);
      this.last = this.ring[this.read++ % CAPACITY] ?? 0;
    } else {
      if (this.playing) {
        this.underrun();
      }
      // The last sample fades out, since what it would have faded into has not come.
      this.gain = Math.max(0, this.gain - 1 / FADE);
    }
    return this.last * this.gain;
  }

  private underrun(): void {
    this.playing = false;
    this.settling = false;
    this.underruns++;
    this.starved = 0;
  }

  /** Asks for more after a gap, unless it was too long for any buffer: a stall, or a pause. */
  private learn(): void {
    if (this.starved !== null && this.starved <= MAX_TARGET_MS * PER_MS) {
      this.target = Math.min(MAX_TARGET_MS, this.target + RAISE_MS);
    }
    this.starved = null;
  }

  private adapt(samples: number): void {
    this.lowest = Math.min(this.lowest, this.depth);
    this.windowLeft -= samples;
    if (this.windowLeft > 0) {
      return;
    }
    const spare = this.lowest / PER_MS - RESERVE_MS;
    if (spare > SLACK_MS) {
      this.shrink(spare);
    }
    this.beginWindow(false);
  }

  private shrink(spare: number): void {
    // Also with the target at its lowest: two clocks that drift apart fill the buffer slowly.
    const overfull = this.lowest / PER_MS > this.target;
    const cut = this.settling ? spare : Math.min(spare, Math.max(LOWER_MS, spare / 2));
    if (this.settling || overfull || this.target > MIN_TARGET_MS) {
      this.skip(cut * PER_MS);
    }
    this.target = Math.max(MIN_TARGET_MS, this.target - cut);
  }

  private beginWindow(settling: boolean): void {
    this.lowest = Infinity;
    this.settling = settling;
    this.windowLeft = settling ? SETTLING : WINDOW;
  }

  /** Leaves out the oldest samples, with a cross fade over the cut. */
  private skip(wanted: number): void {
    const samples = Math.floor(Math.min(wanted, this.depth - FADE));
    if (samples <= 0) {
      return;
    }
    for (let i = 0; i < FADE; i++) {
      const from = this.ring[(this.read + i) % CAPACITY] ?? 0;
      const to = (this.read + samples + i) % CAPACITY;
      const share = (i + 1) / FADE;
      this.ring[to] = from * (1 - share) + (this.ring[to] ?? 0) * share;
    }
    this.read += samples;
    this.dropped += samples;
  }
}

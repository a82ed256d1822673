import { fromPcm16, SAMPLE_RATE } from './format';
import { JitterBuffer, type JitterStats } from './jitterBuffer';
import { Resampler } from './resampler';

/** So much is taken from the buffer at once: 4 ms. */
const PIECE = 64;

/** Room for what one piece becomes at any rate up to 384 kHz, and for a block of the device. */
const CAPACITY = 4096;

/** Turns PCM16 as it arrives into blocks at the device's rate, through the jitter buffer. */
export class Player {
  private readonly buffer = new JitterBuffer();
  private readonly resampler: Resampler;
  private readonly piece = new Float32Array(PIECE);
  private readonly ready = new Float32Array(CAPACITY);
  private waiting = 0;
  private readonly take = (sample: number): void => {
    this.ready[this.waiting++] = sample;
  };

  constructor(private readonly rate: number) {
    this.resampler = new Resampler(SAMPLE_RATE, rate);
  }

  get stats(): JitterStats {
    return this.buffer.stats;
  }

  /** How long after the last block its stats' sample number `playedSamples` comes. */
  get behindSeconds(): number {
    return this.resampler.delaySeconds + this.waiting / this.rate;
  }

  play(pcm: ArrayBuffer): void {
    this.buffer.push(fromPcm16(pcm));
  }

  /** Fades out, forgets what waits, and counts from 0. */
  reset(): void {
    this.buffer.reset();
  }

  fill(block: Float32Array): void {
    while (this.waiting < block.length) {
      this.buffer.pull(this.piece);
      this.resampler.process(this.piece, this.take);
    }
    for (let i = 0; i < block.length; i++) {
      block[i] = this.ready[i] ?? 0;
    }
    this.ready.copyWithin(0, block.length, this.waiting);
    this.waiting -= block.length;
  }
}

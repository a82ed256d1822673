import { FRAME_SAMPLES, SAMPLE_RATE, toPcm16 } from './format';
import { Resampler } from './resampler';
import type { FrameSink } from './source';

/** Makes frames of 20 ms at 16 kHz of blocks of any size and rate, and knows when each was heard. */
export class FrameMaker {
  private readonly resampler: Resampler;
  /** Input samples of the blocks before this one. */
  private before = 0;
  /** When this block begins, in seconds. */
  private blockAt = 0;
  private frames = 0;
  private frame = new Int16Array(FRAME_SAMPLES);
  private filled = 0;
  private readonly take = (sample: number): void => this.add(sample);

  constructor(
    private readonly rate: number,
    private readonly sink: FrameSink,
  ) {
    this.resampler = new Resampler(rate, SAMPLE_RATE);
  }

  /** A block, and when its first sample was heard, in seconds. */
  process(block: Float32Array, at: number): void {
    this.blockAt = at;
    this.resampler.process(block, this.take);
    this.before += block.length;
  }

  private add(sample: number): void {
    this.frame[this.filled++] = toPcm16(sample);
    if (this.filled === FRAME_SAMPLES) {
      this.give();
    }
  }

  private give(): void {
    const { buffer } = this.frame;
    // The resampler's output has the time line of its input: sample n is at n / 16,000 s of it.
    const first = (this.frames * FRAME_SAMPLES) / SAMPLE_RATE;
    this.frame = new Int16Array(FRAME_SAMPLES);
    this.filled = 0;
    this.frames++;
    this.sink(buffer, this.blockAt + first - this.before / this.rate);
  }
}

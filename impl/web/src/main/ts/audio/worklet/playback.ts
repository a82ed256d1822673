import { fromPcm16, SAMPLE_RATE } from '../format';
import { JitterBuffer } from '../jitterBuffer';
import type { PlaybackCommand, PlaybackStats } from '../playback';
import { Resampler } from '../resampler';

/** So much is taken from the buffer at once: 4 ms. */
const PIECE = 64;
const STATS_SECONDS = 0.05;

/** Room for what one piece becomes at any rate up to 384 kHz, and for a block of the device. */
const CAPACITY = 4096;

/** Plays what is posted to it, through the jitter buffer, at the device's rate. */
class Playback extends AudioWorkletProcessor {
  private readonly buffer = new JitterBuffer();
  private readonly resampler = new Resampler(SAMPLE_RATE, sampleRate);
  private readonly piece = new Float32Array(PIECE);
  private readonly ready = new Float32Array(CAPACITY);
  private waiting = 0;
  private told = 0;
  private running = true;
  private readonly take = (sample: number): void => {
    this.ready[this.waiting++] = sample;
  };

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<PlaybackCommand>) => this.obey(data);
  }

  process(_inputs: unknown, outputs: readonly (readonly Float32Array[])[]): boolean {
    const output = outputs[0]?.[0];
    if (output !== undefined) {
      this.fill(output);
      this.tell();
    }
    return this.running;
  }

  private obey(command: PlaybackCommand): void {
    if (command === 'reset') {
      this.buffer.reset();
    } else if (command === 'stop') {
      this.running = false;
    } else {
      this.buffer.push(fromPcm16(command.pcm));
    }
  }

  private fill(output: Float32Array): void {
    while (this.waiting < output.length) {
      this.buffer.pull(this.piece);
      this.resampler.process(this.piece, this.take);
    }
    output.set(this.ready.subarray(0, output.length));
    this.ready.copyWithin(0, output.length, this.waiting);
    this.waiting -= output.length;
  }

  private tell(): void {
    if (currentTime - this.told >= STATS_SECONDS) {
      this.told = currentTime;
      const behind = this.resampler.delaySeconds + this.waiting / sampleRate;
      const stats: PlaybackStats = { ...this.buffer.stats, at: currentTime + behind };
      this.port.postMessage(stats);
    }
  }
}

registerProcessor('realtime-voice-playback', Playback);

import { FRAME_SAMPLES, SAMPLE_RATE, toPcm16 } from '../format';
import type { CapturedFrame } from '../microphone';
import { Resampler } from '../resampler';

/** Makes frames of 20 ms at 16 kHz of what the microphone gives at the device's rate. */
class Capture extends AudioWorkletProcessor {
  private readonly resampler = new Resampler(sampleRate, SAMPLE_RATE);
  private frame = new Int16Array(FRAME_SAMPLES);
  private filled = 0;
  private running = true;
  private readonly take = (sample: number): void => this.add(sample);

  constructor() {
    super();
    this.port.onmessage = () => (this.running = false);
  }

  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    const samples = inputs[0]?.[0];
    if (samples !== undefined) {
      this.resampler.process(samples, this.take);
    }
    return this.running;
  }

  private add(sample: number): void {
    this.frame[this.filled++] = toPcm16(sample);
    if (this.filled === FRAME_SAMPLES) {
      this.post();
    }
  }

  private post(): void {
    const frame = this.frame.buffer;
    const length = FRAME_SAMPLES / SAMPLE_RATE + this.resampler.delaySeconds;
    const captured: CapturedFrame = { frame, capturedAt: currentTime - length };
    this.port.postMessage(captured, [frame]);
    this.frame = new Int16Array(FRAME_SAMPLES);
    this.filled = 0;
  }
}

registerProcessor('realtime-voice-capture', Capture);

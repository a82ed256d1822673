import { FrameMaker } from '../frameMaker';
import type { CapturedFrame } from '../microphone';

/** Posts frames of 20 ms at 16 kHz of what the microphone gives at the device's rate. */
class Capture extends AudioWorkletProcessor {
  private readonly maker = new FrameMaker(sampleRate, (frame, capturedAt) =>
    this.post({ frame, capturedAt }),
  );
  private running = true;

  constructor() {
    super();
    this.port.onmessage = () => (this.running = false);
  }

  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    const samples = inputs[0]?.[0];
    if (samples !== undefined) {
      this.maker.process(samples, currentTime);
    }
    return this.running;
  }

  private post(captured: CapturedFrame): void {
    this.port.postMessage(captured, [captured.frame]);
  }
}

registerProcessor('realtime-voice-capture', Capture);

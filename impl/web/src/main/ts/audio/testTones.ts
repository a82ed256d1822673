import type { FrameSink, Source } from './source';
import { toneFrames } from './tones';

const FRAME_SECONDS = 0.02;
const TICK_MS = 10;

/** Gives key tones as a microphone would, at the pace of the context's clock; then tells the end. */
export function playTestTones(
  context: AudioContext,
  keys: string,
  sink: FrameSink,
  ended: () => void,
): Source {
  const frames = toneFrames(keys);
  const begun = context.currentTime;
  let next = 0;
  const timer = setInterval(() => {
    for (; next < frames.length; next++) {
      const capturedAt = begun + next * FRAME_SECONDS;
      const frame = frames[next];
      if (frame === undefined || capturedAt + FRAME_SECONDS > context.currentTime) {
        return;
      }
      sink(frame, capturedAt);
    }
    clearInterval(timer);
    ended();
  }, TICK_MS);
  return { stop: () => clearInterval(timer) };
}

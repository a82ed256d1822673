import { FRAME_SAMPLES, SAMPLE_RATE, toPcm16 } from './format';

const LOW = [697, 770, 852, 941];
const HIGH = [1209, 1336, 1477, 1633];
const KEYS = '123A456B789C*0#D';
const TONE_SECONDS = 0.08;
const PAUSE_SECONDS = 0.08;
const LEVEL = 0.25;

/** Whether every character is a key of a telephone (ITU-T Q.23). */
export function areKeys(text: string): boolean {
  return [...text].every((key) => KEYS.includes(key));
}

/** Key tones as frames of 20 ms of PCM16, 16 kHz, with silence before, between and after. */
export function toneFrames(keys: string): ArrayBuffer[] {
  const samples: number[] = Array<number>(Math.round(PAUSE_SECONDS * SAMPLE_RATE)).fill(0);
  for (const key of keys) {
    const index = KEYS.indexOf(key);
    const low = LOW[Math.floor(index / 4)] ?? 0;
    const high = HIGH[index % 4] ?? 0;
    for (let i = 0; i < TONE_SECONDS * SAMPLE_RATE; i++) {
      const angle = (2 * Math.PI * i) / SAMPLE_RATE;
      samples.push(LEVEL * (Math.sin(low * angle) + Math.sin(high * angle)));
    }
    samples.push(...Array<number>(Math.round(PAUSE_SECONDS * SAMPLE_RATE)).fill(0));
  }
  const frames: ArrayBuffer[] = [];
  for (let from = 0; from < samples.length; from += FRAME_SAMPLES) {
    const frame = new Int16Array(FRAME_SAMPLES);
    frame.set(samples.slice(from, from + FRAME_SAMPLES).map(toPcm16));
    frames.push(frame.buffer);
  }
  return frames;
}

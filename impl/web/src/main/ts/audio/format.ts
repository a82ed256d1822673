/** The channel's audio: PCM16 little-endian, mono. */
export const SAMPLE_RATE = 16_000;

/** 20 ms. */
export const FRAME_SAMPLES = 320;
export const FRAME_BYTES = 2 * FRAME_SAMPLES;

const FULL_SCALE = 32_768;

/** A sample from -1 to 1 as a 16-bit integer; what is beyond is clipped. */
export function toPcm16(sample: number): number {
  return Math.max(-FULL_SCALE, Math.min(FULL_SCALE - 1, Math.round(sample * FULL_SCALE)));
}

/** Samples from -1 to 1. Every platform of a browser is little-endian, as is the wire. */
export function fromPcm16(pcm: ArrayBuffer): Float32Array {
  const samples = new Int16Array(pcm, 0, Math.floor(pcm.byteLength / 2));
  return Float32Array.from(samples, (sample) => sample / FULL_SCALE);
}

/** How loud something is, in decibels relative to full scale. */
export interface Level {
  readonly rms: number;
  readonly peak: number;
}

/** What counts as silence. */
export const FLOOR_DBFS = -100;

/** The level of PCM16. */
export function levelOf(pcm: ArrayBuffer): Level {
  const samples = new Int16Array(pcm, 0, Math.floor(pcm.byteLength / 2));
  let sum = 0;
  let peak = 0;
  for (const sample of samples) {
    sum += sample * sample;
    peak = Math.max(peak, Math.abs(sample));
  }
  return { rms: decibels(Math.sqrt(sum / Math.max(1, samples.length))), peak: decibels(peak) };
}

function decibels(value: number): number {
  return Math.max(FLOOR_DBFS, 20 * Math.log10(value / 32_768));
}

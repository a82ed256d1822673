import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Resampler } from '../../../main/ts/audio/resampler';

const SECONDS = 1;

function sine(frequency: number, rate: number): Float32Array {
  return Float32Array.from({ length: rate * SECONDS }, (_, i) =>
    Math.sin((2 * Math.PI * frequency * i) / rate),
  );
}

function resample(input: Float32Array, from: number, to: number, block = 128): number[] {
  const resampler = new Resampler(from, to);
  const output: number[] = [];
  for (let i = 0; i < input.length; i += block) {
    resampler.process(input.subarray(i, i + block), (sample) => output.push(sample));
  }
  return output;
}

/** In decibels; the beginning is left out. */
function level(samples: readonly number[]): number {
  const steady = samples.slice(samples.length / 4);
  const power = steady.reduce((sum, sample) => sum + sample * sample, 0) / steady.length;
  return 10 * Math.log10(2 * power);
}

for (const rate of [8000, 11025, 16000, 22050, 44100, 48000, 96000]) {
  const nyquist = Math.min(rate, 16000) / 2;
  test(`${rate} Hz to 16 kHz is flat up to 0.8 of the lower Nyquist frequency`, () => {
    const levels = [0.05, 0.1, 0.25, 0.5, 0.7, 0.8].map((part) =>
      level(resample(sine(part * nyquist, rate), rate, 16000)),
    );
    console.log(levels.map((each) => `${each.toFixed(3)} dB`).join(', '));
    levels.forEach((each) => assert.ok(Math.abs(each) < 0.1, `${each} dB`));
  });

  test(`${rate} Hz to 16 kHz gives as many samples as the ratio says`, () => {
    for (const block of [1, 127, 128, 1000]) {
      const expected = 16000 - (new Resampler(rate, 16000).delaySeconds * 16000);
      const given = resample(new Float32Array(rate), rate, 16000, block).length;
      assert.ok(Math.abs(given - expected) <= 1, `${given}, not ${expected}`);
    }
  });
}

for (const rate of [44100, 48000, 96000]) {
  test(`from ${rate} Hz nothing folds back from above 8 kHz`, () => {
    const frequencies = [9000, 10000, 12000, 14000, 16000, 20000];
    const levels = frequencies.map((each) => level(resample(sine(each, rate), rate, 16000)));
    console.log(levels.map((each) => `${each.toFixed(0)} dB`).join(', '));
    levels.forEach((each) => assert.ok(each < -65, `${each} dB`));
  });
}

test('blocks of any size give the same samples', () => {
  const input = sine(440, 44100);
  const large = resample(input, 44100, 16000, 999);
  const small = resample(input, 44100, 16000, 1);

  assert.equal(small.length, large.length);
  small.forEach((sample, i) => assert.ok(Math.abs(sample - (large[i] ?? 0)) < 1e-6));
});

test('16 kHz to the rates of devices keeps a sine a sine', () => {
  for (const rate of [44100, 48000]) {
    const output = resample(sine(1000, 16000), 16000, rate);
    const delay = new Resampler(16000, rate).delaySeconds;
    const worst = Math.max(
      ...output.slice(2000).map((sample, i) => {
        const ideal = Math.sin(2 * Math.PI * 1000 * ((i + 2000) / rate));
        return Math.abs(sample - ideal);
      }),
    );
    console.log(`${rate} Hz: delay ${(1000 * delay).toFixed(2)} ms, worst error ${worst.toFixed(5)}`);
    assert.ok(worst < 0.01);
  }
});

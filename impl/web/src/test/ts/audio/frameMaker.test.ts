import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FRAME_SAMPLES, SAMPLE_RATE } from '../../../main/ts/audio/format';
import { FrameMaker } from '../../../main/ts/audio/frameMaker';

const BEGIN = 5;
const RATES = [8000, 11025, 16000, 44100, 48000, 96000];

interface Frame {
  readonly samples: Int16Array;
  readonly at: number;
}

/** Frames of a signal that begins at {@link BEGIN}, given in blocks. */
function frames(signal: Float32Array, rate: number, block: (number: number) => number): Frame[] {
  const made: Frame[] = [];
  const maker = new FrameMaker(rate, (frame, at) => made.push({ samples: new Int16Array(frame), at }));
  for (let from = 0, number = 0; from < signal.length; number++) {
    const size = block(number);
    maker.process(signal.subarray(from, from + size), BEGIN + from / rate);
    from += size;
  }
  return made;
}

for (const rate of RATES) {
  test(`a signal at ${rate} Hz is heard in its frames when it was`, () => {
    const signal = new Float32Array(rate);
    const beats = [0.2, 0.5, 0.8].map((at) => Math.round(at * rate));
    beats.forEach((index) => (signal[index] = 0.9));
    const made = frames(signal, rate, () => 128);

    for (const index of beats) {
      const heard = BEGIN + index / rate;
      const loudest = made
        .flatMap(({ samples, at }) =>
          [...samples].map((sample, i) => ({ level: Math.abs(sample), at: at + i / SAMPLE_RATE })),
        )
        .filter(({ at }) => Math.abs(at - heard) < 0.1)
        .reduce((best, each) => (each.level > best.level ? each : best));
      assert.ok(Math.abs(loudest.at - heard) < 1 / SAMPLE_RATE, `${loudest.at}, not ${heard}`);
    }
  });
}

test('frames have 640 bytes and follow one another, whatever the blocks are', () => {
  const signal = Float32Array.from({ length: 44100 }, (_, i) => 0.5 * Math.sin(0.06 * i));
  const regular = frames(signal, 44100, () => 128);
  const ragged = frames(signal, 44100, (number) => 1 + ((number * 7919) % 1500));

  assert.equal(regular.length, 49);
  assert.deepEqual(ragged.map(({ samples }) => samples), regular.map(({ samples }) => samples));
  for (const made of [regular, ragged]) {
    made.forEach(({ samples, at }, i) => {
      assert.equal(samples.byteLength, 640);
      assert.ok(Math.abs(at - BEGIN - (i * FRAME_SAMPLES) / SAMPLE_RATE) < 1e-9);
    });
  }
});

test('a frame is a buffer of its own, which can be given away', () => {
  const buffers = new Set<ArrayBuffer>();
  const maker = new FrameMaker(48000, (frame) => buffers.add(frame));
  for (let i = 0; i < 100; i++) {
    maker.process(new Float32Array(128), i * (128 / 48000));
  }

  assert.equal(buffers.size, 13);
});

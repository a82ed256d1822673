import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromPcm16, toPcm16 } from '../../../main/ts/audio/format';
import { levelOf } from '../../../main/ts/audio/level';
import { areKeys, toneFrames } from '../../../main/ts/audio/tones';

test('samples survive the way to PCM16 and back, and are clipped beyond full scale', () => {
  const samples = [0, 0.5, -0.5, -1, 2, -2];
  const pcm = Int16Array.from(samples, toPcm16);

  assert.deepEqual([...pcm], [0, 16384, -16384, -32768, 32767, -32768]);
  assert.equal(fromPcm16(pcm.buffer)[1], 0.5);
});

test('half a sample at the end is left out', () => {
  assert.equal(fromPcm16(new ArrayBuffer(5)).length, 2);
});

test('the level is in decibels relative to full scale', () => {
  const full = levelOf(Int16Array.from({ length: 100 }, (_, i) => (i % 2 ? 32767 : -32768)).buffer);
  const silent = levelOf(new ArrayBuffer(640));

  assert.ok(Math.abs(full.rms) < 0.01);
  assert.deepEqual(silent, { rms: -100, peak: -100 });
  assert.deepEqual(levelOf(new ArrayBuffer(0)), silent);
  assert.deepEqual(levelOf(new ArrayBuffer(5)), silent);
});

test('key tones are frames of 20 ms', () => {
  const frames = toneFrames('12');

  assert.ok(frames.every((frame) => frame.byteLength === 640));
  assert.equal(frames.length, 20);
  assert.equal(areKeys('0123456789*#ABCD'), true);
  assert.equal(areKeys('12x'), false);
});

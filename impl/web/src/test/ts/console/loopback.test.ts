import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Loopback } from '../../../main/ts/console/measure/loopback';

const SAMPLES = 320;
const FRAME_SECONDS = 0.02;

/** 20 ms of sound that no other number gives. */
function frame(number: number): ArrayBuffer {
  const samples = new Int16Array(SAMPLES);
  samples.fill(number + 1);
  return samples.buffer;
}

/** Frames 0 up to, but without, `count`, captured from 0 s on and sent 5 ms after their end. */
function sent(count: number): Loopback {
  const loopback = new Loopback();
  for (let n = 0; n < count; n++) {
    loopback.sent(frame(n), n * FRAME_SECONDS, (n + 1) * 20 + 5);
  }
  return loopback;
}

test('the round trip is that of the frame that has come back', () => {
  const loopback = sent(3);

  assert.equal(loopback.received(frame(0), 65), 40);
  assert.equal(loopback.received(frame(1), 90), 45);
});

test('from mouth to ear it is from the capture of a sample until it is heard', () => {
  const loopback = sent(3);
  loopback.received(frame(0), 0);
  loopback.received(frame(1), 0);

  assert.equal(loopback.heard(0, 0.1)?.toFixed(3), '100.000');
  assert.equal(loopback.heard(SAMPLES + SAMPLES / 2, 0.15)?.toFixed(3), '120.000');
});

test('frames that were lost on the way make those behind them no later', () => {
  const loopback = sent(100);
  loopback.received(frame(0), 0);

  assert.equal(loopback.received(frame(50), 51 * 20 + 5 + 33), 33);
  assert.equal(loopback.heard(SAMPLES, 50 * FRAME_SECONDS + 0.08)?.toFixed(3), '80.000');
});

test('equal frames, as of silence, come back in their order', () => {
  const loopback = new Loopback();
  for (let n = 0; n < 3; n++) {
    loopback.sent(new ArrayBuffer(640), n * FRAME_SECONDS, n * 20);
  }

  assert.equal(loopback.received(new ArrayBuffer(640), 50), 50);
  assert.equal(loopback.received(new ArrayBuffer(640), 70), 50);
});

test('audio that was not sent has no delay', () => {
  const loopback = sent(1);

  assert.equal(loopback.received(frame(7), 100), null);
  assert.equal(loopback.heard(0, 1), null);
});

test('a sample between frames that are known has none either', () => {
  const loopback = sent(2);
  loopback.received(frame(0), 0);
  loopback.received(frame(7), 0);
  loopback.received(frame(1), 0);

  assert.equal(loopback.heard(SAMPLES + 1, 1), null);
  assert.equal(loopback.heard(2 * SAMPLES, 0.07)?.toFixed(3), '50.000');
});

test('what has not come yet cannot be heard', () => {
  const loopback = sent(1);
  loopback.received(frame(0), 0);

  assert.equal(loopback.heard(SAMPLES, 1), null);
});

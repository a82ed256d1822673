import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { playTestTones } from '../../../main/ts/audio/testTones';

/** A context whose time is set by hand, and the page's interval timer. */
interface Clock {
  readonly context: AudioContext;
  readonly tick: (seconds: number) => void;
  readonly running: () => boolean;
}

function clock(t: TestContext): Clock {
  const time = { currentTime: 3 };
  let task: (() => void) | null = null;
  t.mock.method(globalThis, 'setInterval', (callback: () => void) => (task = callback));
  t.mock.method(globalThis, 'clearInterval', () => (task = null));
  return {
    context: time as AudioContext,
    tick: (seconds) => {
      time.currentTime += seconds;
      task?.();
    },
    running: () => task !== null,
  };
}

test('tones come at the pace of the context, each frame when its time has passed', (t) => {
  const { context, tick, running } = clock(t);
  const times: number[] = [];
  let ended = 0;
  playTestTones(context, '5', (_, at) => times.push(at), () => ended++);

  tick(0.019);
  assert.equal(times.length, 0);
  tick(0.03);
  assert.deepEqual(times, [3, 3.02]);
  tick(10);
  assert.equal(times.length, 12);
  assert.equal(ended, 1);
  assert.equal(running(), false);
});

test('tones that are stopped give no frame more, and tell no end', (t) => {
  const { context, tick, running } = clock(t);
  const source = playTestTones(context, '5', () => assert.fail(), () => assert.fail());
  source.stop();
  tick(1);

  assert.equal(running(), false);
});

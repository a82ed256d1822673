import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openRecorder } from '../../../main/ts/miniprogram/recorder';
import { phone } from './fakeWx';

function recording() {
  const { recorder } = phone();
  const frames: number[] = [];
  const failures: string[] = [];
  const interruptions: boolean[] = [];
  const opened = openRecorder((frame) => frames.push(frame.byteLength), {
    failed: (verdict) => failures.push(verdict),
    interrupted: (now) => interruptions.push(now),
  });
  const hear = (bytes: number): void => recorder.frame({ frameBuffer: new ArrayBuffer(bytes) });
  return { recorder, opened, frames, failures, interruptions, hear };
}

test('pieces of any size become frames of 640 bytes, the rest comes with the stop', async () => {
  const { recorder, opened, frames, hear } = recording();
  [1, 1023, 256, 2000].forEach(hear);
  assert.deepEqual(frames, [640, 640, 640, 640, 640]);
  const stopping = opened.stop();
  hear(10);
  recorder.halt();
  await stopping;

  assert.deepEqual(frames, [640, 640, 640, 640, 640, 90]);
  hear(640);
  assert.equal(frames.length, 6);
});

test('after ten minutes WeChat stops, and the recorder goes on with what it has', () => {
  const { recorder, frames, hear, failures } = recording();
  hear(320);
  recorder.halt();
  hear(320);

  assert.deepEqual(recorder.calls, ['start', 'start']);
  assert.deepEqual(frames, [640]);
  assert.deepEqual(failures, []);
});

test('a recording that an interruption has paused is resumed', () => {
  const { recorder, failures, interruptions, frames, hear } = recording();
  recorder.interrupt();
  recorder.interruptionEnds();
  hear(640);

  assert.deepEqual(recorder.calls, ['start', 'resume']);
  assert.deepEqual(interruptions, [true, false]);
  assert.deepEqual(frames, [640]);
  assert.deepEqual(failures, []);
});

test('a recording that an interruption has stopped is begun again when it ends', () => {
  const { recorder, failures } = recording();
  recorder.interrupt();
  recorder.halt();
  assert.deepEqual(recorder.calls, ['start']);
  recorder.interruptionEnds();
  recorder.halt();

  assert.deepEqual(recorder.calls, ['start', 'start', 'start']);
  assert.deepEqual(failures, []);
});

test('one interruption after the other', () => {
  const { recorder } = recording();
  recorder.interrupt();
  recorder.halt();
  recorder.interruptionEnds();
  recorder.interrupt();
  recorder.interruptionEnds();

  assert.deepEqual(recorder.calls, ['start', 'start', 'resume']);
});

test('a stop while interrupted waits for nothing, and leaves no recording paused', async () => {
  const { recorder, opened } = recording();
  recorder.interrupt();
  await opened.stop();
  assert.deepEqual(recorder.calls, ['start', 'stop']);
  recorder.interruptionEnds();
  recorder.halt();

  assert.deepEqual(recorder.calls, ['start', 'stop']);
});

test('a second stop is kept with the first', async () => {
  const { recorder, opened } = recording();
  const both = Promise.all([opened.stop(), opened.stop()]);
  recorder.halt();
  await both;
  await opened.stop();

  assert.deepEqual(recorder.calls, ['start', 'stop']);
});

test('a button that is released before WeChat records at all is no failure', async () => {
  const { recorder, opened, failures } = recording();
  const stopping = opened.stop();
  recorder.error({ errMsg: 'operateRecorder:fail:recorder not start' });
  await stopping;

  assert.deepEqual(failures, []);
});

for (const [errMsg, verdict] of [
  ['operateRecorder:fail auth deny', 'MICROPHONE_REFUSED'],
  ['operateRecorder:fail:system permission denied', 'MICROPHONE_REFUSED'],
  ['operateRecorder:fail NotFoundError', 'MICROPHONE_FAILED'],
] as const) {
  test(`${errMsg} is ${verdict}, once, and the end`, async () => {
    const { recorder, opened, failures } = recording();
    recorder.error({ errMsg });
    recorder.error({ errMsg });
    await opened.stop();

    assert.deepEqual(failures, [verdict]);
    assert.deepEqual(recorder.calls, ['start']);
  });
}

test('a refusal is told even if the button is released already', async () => {
  const { recorder, opened, failures } = recording();
  const stopping = opened.stop();
  recorder.error({ errMsg: 'operateRecorder:fail auth deny' });
  await stopping;

  assert.deepEqual(failures, ['MICROPHONE_REFUSED']);
});

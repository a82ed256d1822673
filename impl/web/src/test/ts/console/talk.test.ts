import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FrameSink } from '../../../main/ts/audio/source';
import { Talk } from '../../../main/ts/console/talk';
import { Deferred } from '../../../main/ts/core/deferred';
import type { StartFields, Stopped } from '../../../main/ts/core/types';

const FIELDS = { engineType: 'tones' };
const SUMMARY: Stopped = { message: '', logId: '', text: '', audioSize: 0 };

/** An utterance whose source and stream are in the hand of the test. */
function fixture() {
  const told: string[] = [];
  const sent: number[] = [];
  const failures: unknown[] = [];
  const source = new Deferred<void>();
  const opened = new Deferred<void>();
  const stopped = new Deferred<Stopped>();
  const stream = {
    open: true,
    send: (frame: ArrayBuffer): boolean => {
      if (stream.open) {
        sent.push(frame.byteLength);
      }
      return stream.open;
    },
    stop: () => {
      told.push('stop');
      return stopped.promise;
    },
  };
  let record: FrameSink = () => undefined;
  let finish: () => void = () => undefined;
  const talk = new Talk({
    phase: (phase) => told.push(phase),
    recorded: () => undefined,
    sent: () => undefined,
    failed: (error) => failures.push(error),
  });
  const done = talk.run(
    FIELDS,
    async (fields: StartFields) => {
      told.push(`start ${String(fields.engineType)}`);
      await opened.promise;
      return stream;
    },
    async (sink, ended) => {
      record = sink;
      finish = ended;
      await source.promise;
      return { stop: () => void told.push('released') };
    },
  );
  return {
    talk,
    done,
    told,
    sent,
    failures,
    source,
    opened,
    stopped,
    stream,
    record: (bytes: number): void => record(new ArrayBuffer(bytes), 0),
    finish: (): void => finish(),
  };
}

/** Lets all that has been settled take effect. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('the microphone is opened before the stream, and released before its end', async () => {
  const { talk, told, source, opened, stopped } = fixture();
  source.resolve();
  await settled();
  opened.resolve();
  await settled();
  talk.end();
  stopped.resolve(SUMMARY);
  await settled();

  assert.deepEqual(told, [
    'opening',
    'talking',
    'start tones',
    'released',
    'stopping',
    'stop',
    'idle',
  ]);
});

test('what is said while the stream opens is sent, in its order', async () => {
  const { record, sent, source, opened } = fixture();
  source.resolve();
  await settled();
  record(1);
  record(2);
  opened.resolve();
  await settled();
  record(3);

  assert.deepEqual(sent, [1, 2, 3]);
});

test('no more than two seconds of it are kept', async () => {
  const { record, sent, source, opened } = fixture();
  source.resolve();
  await settled();
  for (let i = 0; i < 500; i++) {
    record(640);
  }
  opened.resolve();
  await settled();

  assert.equal(sent.length, 100);
});

test('who lets go before the microphone is there opens no stream', async () => {
  const { talk, told, source } = fixture();
  talk.end();
  source.resolve();
  await settled();

  assert.deepEqual(told, ['opening', 'stopping', 'released', 'idle']);
});

test('who lets go before the stream is there has it stopped then', async () => {
  const { talk, told, sent, record, source, opened, stopped } = fixture();
  source.resolve();
  await settled();
  record(1);
  talk.end();
  opened.resolve();
  stopped.resolve(SUMMARY);
  await settled();

  assert.deepEqual(sent, [1]);
  assert.deepEqual(told.slice(-3), ['stopping', 'stop', 'idle']);
});

test('a source that has given all ends it', async () => {
  const { finish, told, source, opened, stopped } = fixture();
  source.resolve();
  await settled();
  opened.resolve();
  await settled();
  finish();
  stopped.resolve(SUMMARY);
  await settled();

  assert.equal(told[told.length - 1], 'idle');
});

test('a microphone that cannot be had is told once, and leaves nothing open', async () => {
  const { done, told, failures, source } = fixture();
  const refused = new Error('planned');
  source.reject(refused);
  await done;

  assert.deepEqual(failures, [refused]);
  assert.deepEqual(told, ['opening', 'idle']);
});

test('a stream that is refused releases the microphone', async () => {
  const { done, told, failures, source, opened } = fixture();
  source.resolve();
  opened.reject(new Error('planned'));
  await done;

  assert.equal(failures.length, 1);
  assert.deepEqual(told.slice(-2), ['released', 'idle']);
});

test('a stream that fails is noticed at the next frame, and its cause is told', async () => {
  const { record, told, failures, stream, source, opened, stopped } = fixture();
  source.resolve();
  opened.resolve();
  await settled();
  stream.open = false;
  const lost = new Error('planned');
  stopped.reject(lost);
  record(640);
  record(640);
  await settled();

  assert.deepEqual(failures, [lost]);
  assert.equal(told[told.length - 1], 'idle');
  assert.equal(told.filter((each) => each === 'stop').length, 1);
});

test('after the end nothing is sent, and a second end does nothing', async () => {
  const { talk, record, sent, told, source, opened } = fixture();
  source.resolve();
  opened.resolve();
  await settled();
  talk.end();
  talk.end();
  record(640);

  assert.deepEqual(sent, []);
  assert.equal(told.filter((each) => each === 'stop').length, 1);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Journal } from '../../../main/ts/console/measure/journal';

function fixture() {
  const time = { now: 5_000 };
  const journal = new Journal(() => time.now);
  const message = (direction: 'in' | 'out', type: string, bytes = 1): void =>
    journal.message({ direction, type, bytes });
  const lines = (): string[] =>
    journal.rows.map(({ at, direction, name, count, bytes }) =>
      [at, direction ?? 'step', name, count, bytes].join(' '),
    );
  return { time, journal, message, lines };
}

test('steps and messages have their times from the connect on', () => {
  const { time, journal, message, lines } = fixture();
  journal.step({ at: 0, event: 'connecting', detail: { attempt: 1 } });
  time.now += 40;
  message('out', 'hello', 132);

  assert.deepEqual(lines(), ['0 step connecting 1 0', '40 out hello 1 132']);
});

test('audio is one row for each direction, as long as nothing else happens', () => {
  const { message, lines } = fixture();
  message('out', 'audio', 640);
  message('in', 'audio', 640);
  message('out', 'audio', 640);
  message('in', 'audio', 640);

  assert.deepEqual(
    lines().map((line) => line.replace(/^\S+ /, '')),
    ['out audio 2 1280', 'in audio 2 1280'],
  );
});

test('another step or message ends the row', () => {
  const { journal, message, lines } = fixture();
  message('out', 'audio', 640);
  message('out', 'stop', 15);
  message('out', 'audio', 640);
  journal.step({ at: 1, event: 'stopped', detail: {} });
  message('out', 'audio', 640);

  assert.equal(lines().filter((line) => line.includes('audio 1 640')).length, 3);
});

test('results that may change interrupt no audio; one that is final does', () => {
  const { journal, message, lines } = fixture();
  message('out', 'audio', 640);
  message('in', 'result', 100);
  journal.step({ at: 1, event: 'result', detail: { final: false } });
  message('out', 'audio', 640);
  message('in', 'result', 100);
  journal.step({ at: 2, event: 'result', detail: { final: true } });
  message('out', 'audio', 640);

  assert.deepEqual(
    lines().map((line) => line.replace(/^\S+ /, '')),
    ['out audio 2 1280', 'in result 2 200', 'step result 1 0', 'out audio 1 640'],
  );
});

test('it is bounded, and the oldest rows make room', () => {
  const { journal, message } = fixture();
  for (let i = 0; i < 600; i++) {
    message('in', `type-${i}`);
  }

  assert.equal(journal.rows.length, 500);
  assert.equal(journal.rows[0]?.name, 'type-100');
});

test('a row keeps its number when it grows, and no number comes twice', () => {
  const { journal, message } = fixture();
  message('out', 'audio', 640);
  const before = journal.rows[0];
  message('out', 'audio', 640);
  journal.clear();
  message('out', 'audio', 640);

  assert.equal(before?.id, 0);
  assert.equal(journal.rows[0]?.id, 1);
});

test('acks and heartbeats, which come all the time, are a row each, and end none', () => {
  const { message, lines } = fixture();
  for (let i = 0; i < 3; i++) {
    message('out', 'audio', 640);
    message('in', 'ack', 30);
    message('out', 'heartbeat', 50);
  }

  assert.deepEqual(
    lines().map((line) => line.replace(/^\S+ /, '')),
    ['out audio 3 1920', 'in ack 3 90', 'out heartbeat 3 150'],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frame, outcome, resumable, STOPPED } from './resumable';

/** Room for three frames. */
const THREE = { keepAudioMs: 60 };

const ack = (received: number): Record<string, unknown> => ({ type: 'ack', received });

test('30 s of audio are kept by default', async () => {
  const { openStream, lose, problems } = resumable();
  const stream = await openStream();
  lose();
  for (let i = 0; i < 1_500; i++) {
    assert.equal(stream.send(frame(i)), true);
  }
  assert.equal(stream.send(frame(0)), false);

  assert.equal(problems[0]?.verdict, 'UPLINK_TOO_SLOW');
});

test('beyond, the newest audio is left out; each gap is told once; what follows keeps its order', async () => {
  const { platform, client, problems, openStream, marks, lose, reopen, resumed } = resumable(THREE);
  const gaps: Array<[number, number]> = [];
  client.on('uplink', ({ queuedBytes, droppedBytes }) => gaps.push([queuedBytes, droppedBytes]));
  const stream = await openStream();
  const taken = [1, 2, 3, 4, 5].map((mark) => stream.send(frame(mark)));
  assert.deepEqual(taken, [true, true, true, false, false]);
  platform.socket.receive(ack(3));
  assert.equal(stream.send(frame(6)), true);
  assert.equal(stream.open, true);

  assert.deepEqual(gaps, [
    [1_920, 640],
    [1_280, 0],
  ]);
  assert.deepEqual(
    problems.map(({ verdict }) => verdict),
    ['UPLINK_TOO_SLOW'],
  );
  lose();
  reopen();
  resumed(3);
  assert.deepEqual(marks(), [3, 6]);
});

test('a stop finds room, however much audio waits', async () => {
  const { platform, openStream, lose, reopen, resumed } = resumable(THREE);
  const stream = await openStream();
  lose();
  [1, 2, 3, 4].forEach((mark) => stream.send(frame(mark)));
  const finished = stream.stop();
  reopen();
  resumed(1);
  platform.socket.receive(STOPPED);

  assert.deepEqual(platform.socket.types.slice(2), ['ack', 'audio', 'audio', 'audio', 'stop']);
  assert.equal((await finished).text, '42');
});

test('a piece that is longer than all that is kept passes alone', async () => {
  const { openStream, marks } = resumable({ keepAudioMs: 1 });
  const stream = await openStream();
  assert.equal(stream.send(frame(1)), true);
  assert.equal(stream.send(frame(2)), false);

  assert.deepEqual(marks(), [1]);
});

test('the application may want an end instead of a gap', async () => {
  const { platform, client, openStream } = resumable({ ...THREE, uplinkPolicy: 'close' });
  const stream = await openStream();
  [1, 2, 3, 4].forEach((mark) => stream.send(frame(mark)));

  assert.equal(await outcome(stream.finished), 'UPLINK_TOO_SLOW');
  assert.equal(platform.socket.closedWith, 1000);
  assert.equal(client.state, 'RECOVERING');
});

test('and does so while there is no connection: the next one has a new session', async () => {
  const { platform, openStream, lose, reopen } = resumable({ ...THREE, uplinkPolicy: 'close' });
  const stream = await openStream();
  lose();
  [1, 2, 3, 4].forEach((mark) => stream.send(frame(mark)));
  assert.equal(await outcome(stream.finished), 'UPLINK_TOO_SLOW');
  assert.equal(stream.open, false);
  reopen();

  assert.deepEqual(platform.socket.types, ['hello']);
});

test('and while the session is asked for', async () => {
  const { platform, openStream, lose, reopen } = resumable({ ...THREE, uplinkPolicy: 'close' });
  const stream = await openStream();
  lose();
  reopen();
  const { socket } = platform;
  [1, 2, 3, 4].forEach((mark) => stream.send(frame(mark)));
  assert.equal(await outcome(stream.finished), 'UPLINK_TOO_SLOW');
  reopen();

  assert.equal(socket.closedWith, 1000);
  assert.deepEqual(platform.socket.types, ['hello']);
});

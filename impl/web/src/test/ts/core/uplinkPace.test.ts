import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frame, resumable } from './resumable';

test('a socket in which a second of audio waits gets no more until it has room', async () => {
  const { platform, clock, openStream, marks } = resumable();
  const stream = await openStream();
  platform.socket.bufferedAmount = 32_000;
  stream.send(frame(1));
  platform.socket.bufferedAmount = 32_001;
  [2, 3].forEach((mark) => assert.equal(stream.send(frame(mark)), true));
  void stream.stop();
  clock.advance(500);
  assert.deepEqual(marks(), [1]);
  platform.socket.bufferedAmount = 0;
  clock.advance(50);

  assert.deepEqual(platform.socket.types.slice(2), ['audio', 'audio', 'audio', 'stop']);
  assert.deepEqual(marks(), [1, 2, 3]);
});

test('what is said again after a loss is paced, too', async () => {
  const { platform, clock, openStream, lose, reopen, resumed, marks } = resumable();
  const stream = await openStream();
  lose();
  [1, 2].forEach((mark) => stream.send(frame(mark)));
  reopen();
  platform.socket.bufferedAmount = 40_000;
  resumed(1);
  assert.deepEqual(platform.socket.types.slice(2), ['ack']);
  platform.socket.bufferedAmount = 0;
  clock.advance(50);

  assert.deepEqual(marks(), [1, 2]);
});

test('a server that finds it too fast gets nothing for as long as it wants, and loses nothing', async () => {
  const { platform, clock, client, openStream, marks, timeline } = resumable();
  const stream = await openStream();
  const slowDown = { type: 'error', message: 'x', code: 'TOO_FAST', fatal: false };
  platform.socket.receive({ ...slowDown, retryAfterMs: 500 });
  stream.send(frame(1));
  void stream.stop();
  clock.advance(499);
  assert.deepEqual(platform.socket.types, ['hello', 'start']);
  clock.advance(1);

  assert.deepEqual(platform.socket.types.slice(2), ['audio', 'stop']);
  assert.deepEqual(marks(), [1]);
  assert.equal(client.state, 'READY');
  assert.deepEqual(timeline().slice(-3), ['0 error TOO_FAST', '0 slow 500', '0 stop']);
});

test('that is no answer to a start', async () => {
  const { platform, client } = resumable();
  const starting = client.start();
  const slowDown = { type: 'error', message: 'x', code: 'TOO_FAST', fatal: false };
  platform.socket.receive({ ...slowDown, retryAfterMs: 500 });
  platform.socket.receive({ type: 'ready', message: 'go' });

  assert.equal((await starting).open, true);
});

test('a client that was not slow enough is sent away, and goes on later', async () => {
  const { platform, clock, client, openStream, lose } = resumable();
  const stream = await openStream();
  const flood = { type: 'error', message: 'x', code: 'FLOOD', fatal: true, retryAfterMs: 8_000 };
  platform.socket.receive(flood);
  lose(4429);
  assert.equal(stream.open, true);
  clock.advance(7_999);
  assert.equal(client.state, 'RECOVERING');
  clock.advance(4_001);

  assert.equal(client.state, 'CONNECTING');
});

test('a client that is closed while its uplink is held sends nothing more', async () => {
  const { platform, clock, client, openStream } = resumable();
  const stream = await openStream();
  platform.socket.bufferedAmount = 40_000;
  stream.send(frame(1));
  client.close();
  clock.advance(60_000);

  assert.deepEqual(platform.socket.types, ['hello', 'start']);
  assert.equal(clock.waiting, 0);
});

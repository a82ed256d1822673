import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientEvents } from '../../../main/ts/core/types';
import { frame, outcome, result, resumable, STOPPED } from './resumable';

test('close() while a session is waited for ends its stream', async () => {
  const { clock, client, openStream, lose, finals } = resumable();
  const stream = await openStream();
  stream.send(frame(1));
  lose();
  client.close();

  assert.equal(await outcome(stream.finished), 'CONNECTION_LOST');
  assert.equal(stream.open, false);
  assert.equal(stream.send(frame(2)), false);
  assert.equal(client.state, 'CLOSED');
  assert.equal(clock.waiting, 0);
  assert.deepEqual(finals, []);
});

test('close() while a session is asked for does, too, and its answer changes nothing', async () => {
  const { platform, clock, client, told, openStream, lose, reopen, resumed } = resumable();
  const stream = await openStream();
  lose();
  reopen();
  client.close();
  resumed(1);

  assert.equal(await outcome(stream.finished), 'CONNECTION_LOST');
  assert.equal(platform.socket.closedWith, 1000);
  assert.deepEqual(told, []);
  assert.equal(clock.waiting, 0);
});

test('after it a connect() has nothing of the old session', async () => {
  const { platform, client, openStream, lose } = resumable();
  const stream = await openStream();
  stream.send(frame(1));
  lose();
  client.close();
  client.connect();
  platform.socket.openAndWelcome();

  assert.deepEqual(platform.socket.types, ['hello']);
  assert.equal(client.state, 'READY');
});

const EVENTS: ReadonlyArray<keyof ClientEvents> = [
  'state',
  'resumed',
  'silent',
  'retry',
  'problem',
  'result',
  'audio',
  'stopped',
  'error',
  'goaway',
  'gap',
  'message',
  'timeline',
  'uplink',
];

/** All that can happen to a stream, up to its end on a third connection. */
async function story(made: ReturnType<typeof resumable>): Promise<void> {
  const { platform, clock, openStream, lose, reopen, resumed } = made;
  const stream = await openStream();
  const socket = (message: Record<string, unknown>): void => platform.socket.receive(message);
  [1, 2, 3, 4].forEach((mark) => stream.send(frame(mark)));
  socket({ type: 'ack', received: 99 });
  socket({ type: 'heartbeat', received: 1, timestamp: 0 });
  socket({ type: 'gap', droppedBytes: 2 });
  socket({ type: 'goaway', reason: 'draining', retryAfterMs: 1_000 });
  socket({ type: 'error', message: 'x', code: 'TOO_FAST', fatal: false, retryAfterMs: 10 });
  socket(result('1'));
  platform.socket.listener.onBinary(new ArrayBuffer(2));
  lose();
  reopen();
  clock.advance(4_000);
  reopen();
  resumed(2);
  void stream.stop();
  clock.advance(11_000);
  reopen();
  resumed(4);
  socket(STOPPED);
}

/** How often each event comes in the story. */
async function occasions(event: keyof ClientEvents): Promise<number> {
  const made = resumable({ keepAudioMs: 60 });
  let count = 0;
  made.client.on(event, () => count++);
  await story(made);
  assert.equal(made.client.state, 'READY');
  return count;
}

for (const event of EVENTS) {
  test(`a client that a listener of ${event} closes stays closed, whenever that was`, async () => {
    const count = await occasions(event);
    assert.ok(count > 0);
    for (let at = 1; at <= count; at++) {
      const made = resumable({ keepAudioMs: 60 });
      const { platform, clock, client, finals } = made;
      let seen = 0;
      let sent = 0;
      client.on(event, () => {
        if (++seen === at) {
          client.close();
          sent = platform.sockets.reduce((sum, socket) => sum + socket.sent.length, 0);
        }
      });
      try {
        await story(made);
      } catch (error) {
        // openStream() is rejected if that was the listener's turn.
        assert.equal((error as { verdict?: string }).verdict, 'CONNECTION_LOST');
      }
      clock.advance(300_000);

      const where = `${event} ${at}`;
      assert.equal(client.state, 'CLOSED', where);
      assert.equal(clock.waiting, 0, where);
      assert.deepEqual(finals, [], where);
      assert.equal(client.timeline.entries.at(-1)?.event, 'closed', where);
      const after = platform.sockets.reduce((sum, socket) => sum + socket.sent.length, 0);
      assert.equal(after, sent, where);
    }
  });
}

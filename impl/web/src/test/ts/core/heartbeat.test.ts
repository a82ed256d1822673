import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcome, resumable } from './resumable';

test('a connection on which nothing comes is asked after 5 s, and given up 6 s later', () => {
  const { platform, clock, client, timeline } = resumable();
  clock.advance(4_999);
  assert.deepEqual(platform.socket.types, ['hello']);
  clock.advance(1);
  assert.deepEqual(platform.socket.messages[1], { type: 'heartbeat', received: 0, timestamp: 5_000 });
  clock.advance(5_999);
  assert.equal(client.state, 'READY');
  clock.advance(1);

  assert.equal(client.state, 'RECOVERING');
  assert.equal(platform.socket.closedWith, 4480);
  assert.deepEqual(timeline().slice(-3), [
    '11000 heartbeat false',
    '11000 lost HALF_OPEN',
    '11000 retry 1 2000',
  ]);
});

for (const [what, speak] of [
  ['an ack', (socket) => socket.receive({ type: 'ack', received: 0 })],
  ['any message', (socket) => socket.receive({ type: 'tomorrow' })],
  ['what cannot be read', (socket) => socket.listener.onText('{')],
  ['audio', (socket) => socket.listener.onBinary(new ArrayBuffer(2))],
] as Array<[string, (socket: ReturnType<typeof resumable>['platform']['socket']) => void]>) {
  test(`${what} is a sign of life`, () => {
    const { platform, clock, client } = resumable();
    const heartbeats = (): number =>
      platform.socket.types.filter((type) => type === 'heartbeat').length;
    clock.advance(4_000);
    speak(platform.socket);
    clock.advance(4_999);
    assert.equal(heartbeats(), 0);
    clock.advance(1);
    assert.equal(heartbeats(), 1);
    clock.advance(5_999);
    speak(platform.socket);
    clock.advance(4_999);
    assert.equal(heartbeats(), 1);
    clock.advance(1);

    assert.equal(heartbeats(), 2);
    assert.equal(client.state, 'READY');
  });
}

test('a half-open connection does not end its stream', async () => {
  const { clock, openStream, reopen, resumed, told } = resumable();
  const stream = await openStream();
  clock.advance(11_000);
  assert.equal(await outcome(stream.finished), 'pending');
  reopen();
  resumed(1);

  assert.deepEqual(told, ['resumed 0']);
  assert.equal(stream.open, true);
});

test('a heartbeat of the server is answered at once, with what has come', async () => {
  const { platform, openStream } = resumable();
  await openStream();
  platform.socket.receive({ type: 'heartbeat', received: 1, timestamp: 7 });

  assert.deepEqual(platform.socket.messages.at(-1), { type: 'ack', received: 1 });
});

test('a heartbeat carries an ack, and makes one that waits needless', async () => {
  const { platform, clock, openStream, lose, reopen } = resumable();
  await openStream();
  platform.socket.receive({ type: 'heartbeat', received: 1, timestamp: 7 });
  const said = platform.socket.sent.length;
  clock.advance(1_000);
  assert.equal(platform.socket.sent.length, said);
  // The start is acknowledged, so that but the stream is at stake.
  lose();
  reopen();

  assert.equal(platform.socket.types[1], 'resume');
});

test('a device that slept asks once more before it gives up', () => {
  const { platform, clock, client } = resumable();
  clock.advance(5_000);
  // All timers of a page that was frozen are late, and come before what has arrived meanwhile.
  clock.sleep(60_000);
  assert.equal(client.state, 'READY');
  assert.deepEqual(platform.socket.types, ['hello', 'heartbeat', 'heartbeat']);
  clock.advance(6_000);

  assert.equal(client.state, 'RECOVERING');
});

test('a server that asks for no heartbeats gets none', () => {
  const { clock, client, connected, platform } = resumable();
  client.close();
  connected();
  clock.advance(60_000);

  assert.deepEqual(platform.socket.types, ['hello']);
  assert.equal(client.state, 'READY');
});

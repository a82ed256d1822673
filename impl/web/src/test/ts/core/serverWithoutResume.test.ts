import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture } from './fixture';
import { frame, outcome } from './resumable';

const READY = { type: 'ready', message: 'go' };

test('with a server that cannot resume a lost connection ends its stream', async () => {
  const { platform, client, connected } = fixture();
  connected();
  const starting = client.start();
  platform.socket.receive(READY);
  const stream = await starting;
  stream.send(frame(1));
  platform.socket.listener.onClose(1006, '');

  assert.equal(stream.open, false);
  assert.equal(await outcome(stream.finished), 'CONNECTION_LOST');
});

test('what it was sent is forgotten at once, so audio is never left out for want of acks', async () => {
  const { platform, client, connected, problems } = fixture({ keepAudioMs: 100 });
  connected();
  const starting = client.start();
  platform.socket.receive(READY);
  const stream = await starting;
  for (let i = 0; i < 1_000; i++) {
    assert.equal(stream.send(frame(i)), true);
  }

  assert.equal(platform.socket.sent.length, 1_002);
  assert.deepEqual(problems, []);
});

test('but audio that its network does not take is, beyond what is kept', async () => {
  const { platform, clock, client, connected } = fixture({ keepAudioMs: 40 });
  connected();
  const starting = client.start();
  platform.socket.receive(READY);
  const stream = await starting;
  platform.socket.bufferedAmount = 40_000;
  assert.deepEqual(
    [1, 2, 3].map((mark) => stream.send(frame(mark))),
    [true, true, false],
  );
  platform.socket.bufferedAmount = 0;
  clock.advance(50);

  assert.equal(stream.send(frame(4)), true);
  assert.equal(platform.socket.types.filter((type) => type === 'audio').length, 3);
});

test('its acks, if it has some, mean nothing', async () => {
  const { platform, client, connected, problems } = fixture();
  connected();
  platform.socket.receive({ type: 'ack', received: 7 });
  platform.socket.receive({ type: 'heartbeat', received: 7, timestamp: 0 });

  assert.deepEqual(problems, []);
  assert.equal(client.state, 'READY');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resumable } from './resumable';

const GOAWAY = { type: 'goaway', reason: 'draining', retryAfterMs: 10_000 };

test('a server that goes down is not left before it has gone', async () => {
  const { platform, client, openStream, timeline } = resumable();
  const told: unknown[] = [];
  client.on('goaway', ({ reason, retryAfterMs }) => told.push([reason, retryAfterMs]));
  await openStream();
  platform.socket.receive(GOAWAY);

  assert.equal(client.state, 'READY');
  assert.equal(platform.socket.closedWith, null);
  assert.deepEqual(told, [['draining', 10_000]]);
  assert.equal(timeline().at(-1), '0 goaway 10000');
});

test('its clients come back at any time within its delay, with their sessions', async () => {
  for (const [randomness, inMs] of [
    [0, 0],
    [0.25, 2_500],
    [0.9999, 9_999],
  ] as const) {
    const { platform, clock, client, openStream, lose } = resumable();
    await openStream();
    platform.randomness = randomness;
    platform.socket.receive(GOAWAY);
    lose(4503);
    if (inMs > 0) {
      clock.advance(inMs - 1);
      assert.equal(platform.sockets.length, 1);
    }
    clock.advance(1);
    assert.equal(client.state, 'CONNECTING');
    platform.socket.listener.onOpen();

    assert.deepEqual(platform.socket.types, ['hello', 'resume']);
  }
});

test('without a stream they do so for a new session', () => {
  const { platform, clock, told, lose } = resumable();
  platform.socket.receive(GOAWAY);
  lose(1001);
  clock.advance(4_999);
  assert.equal(platform.sockets.length, 1);
  clock.advance(1);
  platform.socket.openAndWelcome();

  assert.deepEqual(told, ['ready']);
});

test('until one is ready, each is at any time within a delay of its own', () => {
  const { platform, clock, client, lose } = resumable();
  platform.socket.receive(GOAWAY);
  lose(1001);
  clock.advance(5_000);
  assert.equal(platform.sockets.length, 2);
  for (const number of [3, 4]) {
    lose();
    clock.advance(9_999);
    assert.equal(platform.sockets.length, number - 1);
    clock.advance(1);
    assert.equal(platform.sockets.length, number);
  }
  platform.socket.openAndWelcome();
  clock.advance(5_000);
  lose();
  clock.advance(2_000);

  assert.equal(platform.sockets.length, 5);
  assert.equal(client.state, 'CONNECTING');
});

test('but not sooner after the one before than without', () => {
  const { platform, clock, lose } = resumable();
  platform.socket.receive({ ...GOAWAY, retryAfterMs: 100 });
  lose(1001);
  clock.advance(50);
  lose();
  clock.advance(1_999);
  assert.equal(platform.sockets.length, 2);
  clock.advance(1);

  assert.equal(platform.sockets.length, 3);
});

test('a goaway without its delay is left out', () => {
  const { platform, client, problems } = resumable();
  platform.socket.receive({ type: 'goaway' });

  assert.equal(problems[0]?.verdict, 'BAD_MESSAGE');
  assert.equal(client.state, 'READY');
});

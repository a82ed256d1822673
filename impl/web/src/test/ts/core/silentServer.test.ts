import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture } from './fixture';

const ATTEMPT = (from: number): string[] => [
  `${from} open`,
  `${from} hello 1`,
  `${from + 800} hello 2`,
  `${from + 1600} hello 3`,
  `${from + 3200} hello 4`,
  `${from + 4000} silent SERVER_SILENT`,
];

test('a server that accepts and stays silent is noticed, asked again and given up', () => {
  const { platform, clock, client, timeline, finals } = fixture();
  platform.whenConnecting = (listener) => clock.schedule(() => listener.onOpen(), 0);
  client.connect();
  clock.advance(60_000);

  assert.deepEqual(timeline(), [
    '0 connecting 1',
    ...ATTEMPT(0),
    '4000 failed SERVER_SILENT',
    '4000 retry 1 2000',
    '6000 connecting 2',
    ...ATTEMPT(6000),
    '10000 failed SERVER_SILENT',
    '10000 retry 2 2000',
    '12000 connecting 3',
    ...ATTEMPT(12000),
    '16000 failed SERVER_SILENT',
    '16000 retry 3 2000',
    '18000 connecting 4',
    ...ATTEMPT(18000),
    '33000 failed SERVER_SILENT',
    '33000 final SERVER_SILENT',
  ]);
  assert.equal(platform.sockets.length, 4);
  assert.deepEqual(
    finals.map(({ verdict }) => verdict),
    ['SERVER_SILENT'],
  );
  assert.equal(client.state, 'CLOSED');
  assert.equal(clock.waiting, 0);
});

test('the hellos of one connection are on the same socket and carry the same nonce', () => {
  const { platform, clock, client } = fixture();
  client.connect();
  platform.socket.listener.onOpen();
  clock.advance(3_999);

  assert.equal(platform.sockets.length, 1);
  assert.deepEqual(
    platform.socket.messages.map(({ type, nonce }) => [type, nonce]),
    Array(4).fill(['hello', 'n-1']),
  );
});

test('a welcome that is three seconds late makes the first connection READY', () => {
  const { platform, clock, client, states } = fixture();
  client.connect();
  platform.socket.listener.onOpen();
  clock.advance(3_000);
  platform.socket.welcome();

  assert.deepEqual(states, ['CONNECTING', 'OPEN', 'HELLO_SENT', 'WELCOMED', 'READY']);
  assert.equal(client.retries, 0);
  assert.equal(platform.sockets.length, 1);
});

test('a welcome that is slower still makes the last connection READY', () => {
  const { platform, clock, client } = fixture();
  platform.whenConnecting = (listener) => {
    const socket = (): void => platform.sockets.find((each) => each.listener === listener)!.welcome();
    clock.schedule(() => listener.onOpen(), 0);
    clock.schedule(socket, 14_000);
  };
  client.connect();
  clock.advance(32_000);

  assert.equal(client.state, 'READY');
  assert.equal(platform.sockets.length, 4);
});

test('a welcome that never answers the hello is a client that is not heard', () => {
  const { platform, clock, client, finals, states } = fixture({ maxRetries: 0 });
  client.connect();
  platform.socket.listener.onOpen();
  platform.socket.welcome(false);
  assert.equal(client.connected, false);
  clock.advance(15_000);

  assert.equal(finals[0]?.verdict, 'HELLO_LOST_UPSTREAM');
  assert.deepEqual(states, ['CONNECTING', 'OPEN', 'HELLO_SENT', 'WELCOMED', 'CLOSED']);
});

test('a network that drops every packet is given up after 15 seconds', () => {
  const { clock, client, finals, platform } = fixture({ maxRetries: 0 });
  client.connect();
  clock.advance(14_999);
  assert.equal(finals.length, 0);
  clock.advance(1);

  assert.equal(finals[0]?.verdict, 'CONNECT_TIMED_OUT');
  assert.notEqual(platform.socket.closedWith, null);
});

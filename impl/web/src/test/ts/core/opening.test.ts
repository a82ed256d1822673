import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture } from './fixture';

test('messages that come before the open are kept for it, in their order', () => {
  const { platform, client, states } = fixture();
  client.connect();
  const seen: string[] = [];
  client.on('message', ({ direction, type }) => seen.push(`${direction} ${type}`));
  platform.socket.receive({ type: 'welcome', message: 'early', timestamp: 0, version: 1 });
  platform.socket.receive({ type: 'later' });
  assert.deepEqual(seen, []);
  assert.deepEqual(states, ['CONNECTING']);
  platform.socket.listener.onOpen();

  assert.deepEqual(seen, ['out hello', 'in welcome', 'in later']);
  assert.equal(client.state, 'WELCOMED');
});

test('a platform may open, and deliver, before connect() has returned', () => {
  const { platform, client } = fixture();
  platform.whenConnecting = (listener) => {
    listener.onText(JSON.stringify({ type: 'welcome', message: 'older', timestamp: 0 }));
    listener.onOpen();
  };
  client.connect();

  assert.equal(client.state, 'READY');
  assert.equal(platform.socket.messages.length, 1);
});

test('what comes behind such an open, and still within connect(), waits for the hello', () => {
  const { platform, client, states } = fixture();
  const seen: string[] = [];
  client.on('message', ({ direction, type }) => seen.push(`${direction} ${type}`));
  platform.whenConnecting = (listener) => {
    listener.onOpen();
    listener.onText(JSON.stringify({ type: 'welcome', message: 'older', timestamp: 0 }));
  };
  client.connect();

  assert.deepEqual(states, ['CONNECTING', 'OPEN', 'HELLO_SENT', 'WELCOMED', 'READY']);
  assert.deepEqual(seen, ['out hello', 'in welcome']);
});

test('an application is told of READY only when the welcome answers the hello', () => {
  const { platform, client } = fixture();
  let ready = 0;
  client.on('ready', () => ready++);
  client.connect();
  platform.socket.listener.onOpen();
  platform.socket.welcome(false);
  assert.equal(ready, 0);
  platform.socket.welcome();
  platform.socket.welcome();

  assert.equal(ready, 1);
  assert.equal(client.connected, true);
});

test('an older server is READY at its welcome, and its complaints of our hello are let be', () => {
  const { platform, client } = fixture();
  const errors: string[] = [];
  client.on('error', ({ message }) => errors.push(message));
  client.connect();
  platform.socket.listener.onOpen();
  platform.socket.receive({ type: 'welcome', message: 'hi', timestamp: 0 });
  platform.socket.receive({ type: 'error', message: 'unknown type' });
  platform.socket.receive({ type: 'error', message: 'a real one' });

  assert.equal(client.state, 'READY');
  assert.deepEqual(errors, ['a real one']);
});

for (const garbage of ['', 'hello', '[1]', '7', 'null', '{"type":7}', '{}', '<html></html>']) {
  test(`first a ${JSON.stringify(garbage)} is another protocol, which no retry cures`, () => {
    const { platform, client, finals } = fixture();
    client.connect();
    platform.socket.listener.onOpen();
    platform.socket.listener.onText(garbage);

    assert.equal(finals[0]?.verdict, 'NOT_OUR_PROTOCOL');
    assert.equal(platform.sockets.length, 1);
    assert.notEqual(platform.socket.closedWith, null);
  });

  test(`later a ${JSON.stringify(garbage)} is left out, and the connection stays`, () => {
    const { platform, client, problems, connected } = fixture();
    connected();
    platform.socket.listener.onText(garbage);

    assert.deepEqual(
      problems.map(({ verdict }) => verdict),
      ['BAD_MESSAGE'],
    );
    assert.equal(client.state, 'READY');
  });
}

test('types that are not known are let be', () => {
  const { platform, client, problems, connected } = fixture();
  connected();
  platform.socket.receive({ type: 'tomorrow' });
  platform.socket.receive({ type: 'constructor' });

  assert.deepEqual(problems, []);
  assert.equal(client.state, 'READY');
});

test('another protocol version is final', () => {
  const { platform, client, finals } = fixture();
  client.connect();
  platform.socket.listener.onOpen();
  platform.socket.receive({ type: 'welcome', message: 'hi', timestamp: 0, version: 2 });

  assert.equal(finals[0]?.verdict, 'VERSION_MISMATCH');
  assert.equal(client.state, 'CLOSED');
});

test('a URL that the platform cannot use is final, and no socket is made', () => {
  const { platform, client, finals } = fixture();
  platform.wrongUrl = 'NOT_WSS';
  client.connect();

  assert.equal(finals[0]?.verdict, 'NOT_WSS');
  assert.equal(platform.sockets.length, 0);
});

test('a platform whose connect() throws is a connection that failed', () => {
  const { platform, client, clock, finals } = fixture({ maxRetries: 0 });
  platform.whenConnecting = () => {
    throw new Error('no');
  };
  client.connect();

  assert.equal(finals[0]?.verdict, 'CONNECT_FAILED');
  assert.equal(clock.waiting, 0);
});

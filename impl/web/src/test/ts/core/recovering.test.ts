import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLOSE_CODES } from 'generated/protocol';
import { retryDelay } from '../../../main/ts/core/backoff';
import { settingsOf } from '../../../main/ts/core/settings';
import { fixture, URL } from './fixture';

const settings = settingsOf({ url: URL });

for (const code of [1000, 1005, 1006]) {
  test(`a server that opens and closes with ${code} at once, for ever, is given up`, () => {
    const { platform, clock, client, finals } = fixture();
    platform.whenConnecting = (listener) =>
      clock.schedule(() => {
        listener.onOpen();
        listener.onClose(code, '');
      }, 0);
    client.connect();
    clock.advance(600_000);

    assert.equal(platform.sockets.length, 4);
    assert.equal(finals.length, 1);
    assert.equal(client.retries, 3);
    assert.equal(clock.waiting, 0);
  });
}

test('the retries are counted from 0 again only after 5 s of READY', () => {
  const { platform, clock, client, connected } = fixture();
  const lose = (): void => {
    platform.socket.listener.onClose(1006, '');
    clock.advance(2_000);
    platform.socket.openAndWelcome();
  };
  connected();
  lose();
  clock.advance(4_999);
  lose();
  assert.equal(client.retries, 2);
  clock.advance(5_000);

  assert.equal(client.retries, 0);
});

test('a lost connection is RECOVERING, then READY on a new socket', () => {
  const { platform, clock, client, states, connected } = fixture();
  connected();
  clock.advance(10_000);
  states.length = 0;
  platform.socket.listener.onClose(1006, '');
  clock.advance(2_000);
  platform.socket.openAndWelcome();

  assert.deepEqual(states, ['RECOVERING', 'CONNECTING', 'OPEN', 'HELLO_SENT', 'WELCOMED', 'READY']);
  assert.equal(client.retries, 1);
});

test('what an older socket still tells is not heard', () => {
  const { platform, clock, client, connected } = fixture();
  connected();
  const older = platform.socket;
  older.listener.onClose(1006, '');
  clock.advance(2_000);
  older.listener.onClose(1006, '');
  older.listener.onOpen();
  older.welcome();

  assert.equal(client.state, 'CONNECTING');
  assert.equal(client.retries, 1);
});

for (const [code, { retryable, retryAfterMs }] of Object.entries(CLOSE_CODES)) {
  test(`close code ${code} of a READY connection`, () => {
    const { platform, clock, client, finals, connected } = fixture();
    connected();
    clock.advance(5_000);
    platform.socket.listener.onClose(Number(code), 'reason');
    if (retryable) {
      assert.equal(client.state, 'RECOVERING');
      clock.advance(Math.max(2_000, retryAfterMs * 1.5));
      assert.equal(client.state, 'CONNECTING');
    } else {
      assert.equal(client.state, 'CLOSED');
      assert.equal(finals[0]?.code, Number(code));
      assert.equal(clock.waiting, 0);
    }
  });
}

test('retryAfterMs of an error is respected', () => {
  const { platform, clock, client, connected } = fixture();
  connected();
  platform.socket.receive({ type: 'error', message: 'busy', code: 'X', retryAfterMs: 8_000 });
  platform.socket.listener.onClose(1006, '');
  clock.advance(7_999);
  assert.equal(client.state, 'RECOVERING');
  clock.advance(8_001);

  assert.equal(client.state, 'CONNECTING');
});

test('an error of long ago explains no end', () => {
  const { platform, clock, client, connected, finals } = fixture({ maxRetries: 0 });
  connected();
  platform.socket.receive({ type: 'error', message: 'old', code: 'NOT_STARTED', retryAfterMs: 60_000 });
  platform.socket.welcome();
  clock.advance(10_000);
  platform.socket.listener.onClose(1006, '');

  assert.equal(client.state, 'CLOSED');
  assert.equal(finals[0]?.serverCode, undefined);
});

for (const state of ['CONNECTING', 'OPEN', 'HELLO_SENT', 'WELCOMED', 'READY', 'RECOVERING']) {
  test(`a client that a listener closes at ${state} stays closed`, () => {
    const { platform, clock, client, finals } = fixture();
    const after: string[] = [];
    client.on('state', ({ to }) => {
      if (to === state) {
        client.close();
      }
    });
    client.on('ready', () => client.state === 'CLOSED' && after.push('ready'));
    client.on('retry', () => client.state === 'CLOSED' && after.push('retry'));
    client.connect();
    if (platform.sockets.length > 0) {
      platform.socket.openAndWelcome();
      platform.socket.listener.onClose(1006, '');
    }
    clock.advance(60_000);

    assert.equal(client.state, 'CLOSED');
    assert.ok(platform.sockets.length <= 1);
    assert.deepEqual(after, []);
    assert.deepEqual(finals, []);
    assert.equal(clock.waiting, 0);
    assert.equal(client.timeline.entries.at(-1)?.event, 'closed');
  });
}

test('a client that a listener closes when its connection is lost stays closed', () => {
  const { platform, clock, client, connected } = fixture();
  connected();
  client.on('timeline', ({ event }) => event === 'lost' && client.close());
  platform.socket.listener.onClose(1006, '');
  clock.advance(60_000);

  assert.equal(client.state, 'CLOSED');
  assert.equal(platform.sockets.length, 1);
});

test('the words of a fatal error are what the user is told of the end', () => {
  const { platform, client, finals } = fixture();
  client.connect();
  platform.socket.listener.onOpen();
  platform.socket.receive({ type: 'error', message: 'who?', code: 'NOT_AUTHENTICATED', fatal: true });
  platform.socket.listener.onClose(4401, '');

  assert.equal(finals[0]?.verdict, 'NOT_AUTHENTICATED');
  assert.equal(finals[0]?.detail, 'who?');
  assert.equal(finals[0]?.serverCode, 'NOT_AUTHENTICATED');
});

test('delays are even at first, then double up to their limit', () => {
  const delays = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((retry) => retryDelay(retry, settings, 0, 0.5));

  assert.deepEqual(delays, [2000, 2000, 2000, 4000, 8000, 16000, 20000, 20000, 20000]);
});

test('a thousand clients that lose their server together come back spread', () => {
  const histogram = new Map<number, number>();
  for (let client = 0; client < 1000; client++) {
    const slot = Math.floor(retryDelay(1, settings, 2_000, Math.random()) / 250);
    histogram.set(slot, (histogram.get(slot) ?? 0) + 1);
  }
  const slots = [...histogram].sort(([a], [b]) => a - b);
  console.log(slots.map(([slot, count]) => `${slot * 250} ms: ${count}`).join(', '));

  assert.deepEqual(
    slots.map(([slot]) => slot),
    [8, 9, 10, 11, 12, 13, 14, 15],
  );
  assert.ok(Math.max(...slots.map(([, count]) => count)) < 200);
});

test('after the last retry the user is told, and may try again with all retries', () => {
  const { platform, clock, client } = fixture({ maxRetries: 1 });
  client.connect();
  platform.socket.listener.onClose(1006, '');
  clock.advance(2_000);
  platform.socket.listener.onClose(1006, '');
  assert.equal(platform.shown[0]?.verdict, 'CONNECT_FAILED');
  assert.ok(platform.shown[0]?.advice);
  platform.retry();

  assert.equal(client.state, 'CONNECTING');
  assert.equal(client.retries, 0);
});

test('an application may show the end itself, or not at all', () => {
  const shown: string[] = [];
  for (const showFinal of [false as const, (problem: { verdict: string }) => shown.push(problem.verdict)]) {
    const { platform, client } = fixture({
      maxRetries: 0,
      showFinal: showFinal === false ? false : (problem) => void showFinal(problem),
    });
    client.connect();
    platform.socket.listener.onFailure('DOMAIN_NOT_ALLOWED', 'url not in domain list');
    assert.equal(platform.shown.length, 0);
  }

  assert.deepEqual(shown, ['DOMAIN_NOT_ALLOWED']);
});

test('an application that connects again by itself at the end needs no dialog', () => {
  const { platform, client, finals } = fixture({ maxRetries: 0 });
  const remove = client.on('final', () => {
    remove();
    client.connect();
  });
  client.connect();
  platform.socket.listener.onClose(1006, '');

  assert.equal(client.state, 'CONNECTING');
  assert.equal(finals.length, 1);
  assert.equal(platform.shown.length, 0);
});

test('check() on a READY connection asks, and is content with an answer', () => {
  const { platform, clock, client, connected } = fixture();
  connected();
  client.check();
  client.check();
  assert.equal(platform.socket.messages.length, 2);
  platform.socket.welcome();
  clock.advance(60_000);

  assert.equal(client.state, 'READY');
  assert.equal(platform.sockets.length, 1);
});

test('check() without an answer gives the connection up', () => {
  const { platform, clock, client, connected, timeline } = fixture();
  connected();
  client.check();
  clock.advance(4_000);

  assert.equal(client.state, 'RECOVERING');
  assert.equal(platform.socket.closedWith, 4480);
  assert.ok(timeline().includes('4000 lost CONNECTION_LOST'));
});

test('check() while RECOVERING tries at once, and counts it no second time', () => {
  const { platform, client, connected } = fixture();
  connected();
  platform.socket.listener.onClose(1006, '');
  client.check();

  assert.equal(client.state, 'CONNECTING');
  assert.equal(client.retries, 1);
});

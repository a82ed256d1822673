import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askingFixture } from './fixture';

test('on the next connection that is READY', () => {
  const { platform, clock, client } = askingFixture();
  client.connect();
  platform.socket.listener.onOpen();
  clock.advance(6_000);
  platform.socket.listener.onOpen();
  assert.deepEqual(platform.socket.reports, []);
  platform.socket.welcome();

  assert.deepEqual(platform.socket.reports, [
    {
      type: 'report',
      verdict: 'SERVER_SILENT',
      confidence: 'MEDIUM',
      nonce: 'n-1',
      timeline: [
        { at: 0, event: 'connecting', attempt: 1 },
        { at: 0, event: 'open' },
        { at: 0, event: 'hello', number: 1 },
        { at: 800, event: 'hello', number: 2 },
        { at: 1600, event: 'hello', number: 3 },
        { at: 3200, event: 'hello', number: 4 },
        { at: 4000, event: 'silent', verdict: 'SERVER_SILENT' },
        { at: 4000, event: 'failed', verdict: 'SERVER_SILENT' },
      ],
    },
  ]);
  assert.deepEqual(platform.posted, []);
});

test('with the session of a connection that was lost', () => {
  const { platform, clock, connected } = askingFixture();
  connected();
  platform.socket.listener.onClose(4480, '');
  clock.advance(2_000);
  platform.socket.openAndWelcome();
  const [report] = platform.socket.reports;

  assert.equal(report?.sessionId, 's');
  assert.equal(report?.verdict, 'HALF_OPEN');
  assert.deepEqual((report?.timeline as unknown[]).at(-1), {
    at: 0,
    event: 'lost',
    verdict: 'HALF_OPEN',
    code: 4480,
  });
});

test('over HTTP when there is no other, once, and the latest three', () => {
  const { platform, clock, client } = askingFixture();
  platform.whenConnecting = (listener) => listener.onFailure('CONNECTION_REFUSED', 'a fact');
  client.connect();
  clock.advance(60_000);

  assert.deepEqual(
    platform.posted.map(([url, { nonce }]) => [url, nonce]),
    ['n-2', 'n-3', 'n-4'].map((nonce) => [
      'https://host/app/realtime-voice/diagnostics/report',
      nonce,
    ]),
  );
  platform.whenConnecting = () => undefined;
  client.connect();
  platform.socket.openAndWelcome();
  assert.deepEqual(platform.socket.reports, []);
});

test('not to an older server', () => {
  const { platform, clock, client, connected } = askingFixture();
  connected();
  platform.socket.listener.onClose(1006, '');
  clock.advance(2_000);
  platform.socket.listener.onOpen();
  platform.socket.receive({ type: 'welcome', message: 'hi', timestamp: 0 });

  assert.equal(client.state, 'READY');
  assert.deepEqual(platform.socket.reports, []);
});

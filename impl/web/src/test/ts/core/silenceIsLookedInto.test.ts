import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HttpAnswer } from '../../../main/ts/core/types';
import { askingFixture } from './fixture';
import { answer } from './manualPlatform';

const HELLO = 'https://host/app/realtime-voice/diagnostics/hello/n-1';
const SEEN = { helloSeen: true, welcome: { sentMs: 3 } };

test('half-way, by the nonce of the hello, without the query', () => {
  const { platform, clock, client } = askingFixture();
  client.connect();
  platform.socket.listener.onOpen();
  clock.advance(1_999);
  assert.deepEqual(platform.asked, []);
  clock.advance(1);

  assert.deepEqual(platform.asked, [HELLO]);
});

test('not once it is READY', () => {
  const { platform, clock, connected } = askingFixture();
  connected();
  clock.advance(10_000);

  assert.deepEqual(platform.asked, []);
});

test('a frozen server is told from a path that swallows the welcome', () => {
  const cases: Array<[HttpAnswer | null | undefined, string]> = [
    [undefined, 'SERVER_SILENT MEDIUM'],
    [null, 'SERVER_SILENT HIGH'],
    [answer(404), 'SERVER_SILENT MEDIUM'],
    [answer(404, { helloSeen: false }), 'SERVER_SILENT MEDIUM'],
    [answer(200, { ...SEEN, welcome: { sentMs: null } }), 'SERVER_SILENT HIGH'],
    [answer(200, SEEN), 'WELCOME_LOST_DOWNSTREAM HIGH'],
  ];
  for (const [seen, expected] of cases) {
    const { platform, clock, client, timeline } = askingFixture();
    const silences: string[] = [];
    client.on('silent', ({ verdict, confidence }) => silences.push(`${verdict} ${confidence}`));
    platform.answer = seen;
    client.connect();
    platform.socket.listener.onOpen();
    clock.advance(4_000);

    assert.deepEqual(silences, [expected]);
    assert.equal(timeline()[7], `4000 failed ${expected.split(' ')[0]}`);
  }
});

test('a hello that was lost is confirmed', () => {
  const { platform, clock, client, finals } = askingFixture({ maxRetries: 0 });
  platform.answer = answer(404, { helloSeen: false });
  client.connect();
  platform.socket.listener.onOpen();
  platform.socket.welcome(false);
  clock.advance(15_000);

  assert.equal(finals[0]?.verdict, 'HELLO_LOST_UPSTREAM');
  assert.equal(finals[0]?.confidence, 'HIGH');
  assert.deepEqual(finals[0]?.evidence, [
    'a welcome, but none for our hello in 15000 ms',
    'the server has not seen the hello',
  ]);
});

test('a resume without an answer is no lost welcome', () => {
  const { platform, clock, client } = askingFixture();
  platform.answer = answer(200, SEEN);
  client.connect();
  platform.socket.listener.onOpen();
  platform.socket.welcomeWith('t-1');
  void client.start().catch(() => undefined);
  platform.socket.listener.onClose(1006, '');
  const silences: string[][] = [];
  client.on('silent', ({ verdict, evidence }) => silences.push([verdict, ...evidence]));
  clock.advance(2_000);
  platform.socket.listener.onOpen();
  platform.socket.welcomeWith('t-2', { nonce: 'n-2' });
  clock.advance(4_000);

  assert.deepEqual(silences, [['SERVER_SILENT', 'no answer to resume in 4000 ms']]);
});

for (const code of [1006, 4480]) {
  test(`whoever closes a silent connection with ${code} does so for its silence`, () => {
    const { platform, clock, client, finals } = askingFixture({ maxRetries: 0 });
    client.connect();
    platform.socket.listener.onOpen();
    clock.advance(11_000);
    platform.socket.listener.onClose(code, '');

    assert.equal(finals[0]?.verdict, 'SERVER_SILENT');
    assert.equal(finals[0]?.code, code);
  });
}

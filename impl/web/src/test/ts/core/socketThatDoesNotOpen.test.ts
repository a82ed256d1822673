import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HttpAnswer } from '../../../main/ts/core/types';
import { askingFixture } from './fixture';
import { answer } from './manualPlatform';

const PING = 'https://host/app/realtime-voice/diagnostics/ping';
const PONG = answer(200, { realtimeVoice: 1 });

test('is looked into over HTTP', () => {
  const cases: Array<[HttpAnswer | null, string]> = [
    [PONG, 'UPGRADE_STRIPPED HIGH'],
    [answer(401), 'UNAUTHORIZED MEDIUM'],
    [answer(403), 'FORBIDDEN MEDIUM'],
    [answer(404), 'NOT_FOUND MEDIUM'],
    [answer(502), 'BAD_GATEWAY MEDIUM'],
    [{ ...answer(0), redirected: true }, 'REDIRECTED MEDIUM'],
    [answer(0), 'CONNECT_FAILED LOW'],
    [null, 'CONNECT_FAILED MEDIUM'],
  ];
  for (const [ping, expected] of cases) {
    const { platform, finals } = failed();
    platform.answerNow(ping);

    assert.deepEqual(platform.asked, [PING]);
    assert.equal(`${finals[0]?.verdict} ${finals[0]?.confidence}`, expected);
  }
});

test('and is said not to be found, may be hidden by a proxy that drops the upgrade', () => {
  const cases: Array<[HttpAnswer | null, string]> = [
    [PONG, 'UPGRADE_STRIPPED HIGH'],
    [answer(404), 'NOT_FOUND HIGH'],
    [null, 'NOT_FOUND HIGH'],
  ];
  for (const [ping, expected] of cases) {
    const { platform, client, finals } = askingFixture({ maxRetries: 0 });
    client.connect();
    platform.socket.listener.onFailure('NOT_FOUND', 'HTTP 404');
    platform.answerNow(ping);

    assert.equal(`${finals[0]?.verdict} ${finals[0]?.confidence}`, expected);
  }
});

test('may be the fault of its page, which is of another origin', () => {
  const { platform, finals } = failed({}, 'https://elsewhere');
  platform.answerNow(PONG);

  assert.equal(finals[0]?.confidence, 'MEDIUM');
});

test('on a device without a network asks nobody', () => {
  const { platform, client, finals } = askingFixture({ maxRetries: 0 });
  platform.online = false;
  client.connect();
  platform.socket.listener.onClose(1006, '');

  assert.deepEqual(platform.asked, []);
  assert.equal(finals[0]?.confidence, 'HIGH');
  assert.deepEqual(finals[0]?.evidence, ['the device says that it is offline']);
});

test('is not waited for longer than three seconds', () => {
  const { clock, client, finals, platform } = failed();
  clock.advance(2_999);
  assert.equal(finals.length, 0);
  clock.advance(1);
  assert.equal(finals[0]?.verdict, 'CONNECT_FAILED');
  platform.answerNow(PONG);

  assert.equal(finals.length, 1);
  assert.equal(client.state, 'CLOSED');
  assert.equal(clock.waiting, 0);
});

test('and is closed meanwhile, ends without another word', () => {
  const { platform, clock, client, finals } = failed();
  client.close();
  platform.answerNow(PONG);

  assert.equal(finals.length, 0);
  assert.equal(clock.waiting, 0);
});

test('is explained by the answer about the connection before it', () => {
  const { platform, clock, finals, timeline } = failed({ maxRetries: 1 });
  platform.answerNow(answer(502));
  clock.advance(2_000);
  platform.socket.listener.onClose(1006, '');

  assert.equal(finals[0]?.verdict, 'BAD_GATEWAY');
  assert.ok(timeline().includes('2000 failed BAD_GATEWAY 1006'), String(timeline()));
});

function failed(options = {}, origin = 'https://host') {
  const all = askingFixture({ maxRetries: 0, ...options });
  all.platform.origin = origin;
  all.client.connect();
  all.platform.socket.listener.onClose(1006, '');
  return all;
}

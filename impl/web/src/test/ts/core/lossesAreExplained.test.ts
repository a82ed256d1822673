import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askingFixture, fixture } from './fixture';

test('a loss after a long silence is a cut', () => {
  const { finals } = lost(fixture({ maxRetries: 0 }), 3_000);

  assert.equal(finals[0]?.verdict, 'IDLE_CUT');
  assert.equal(finals[0]?.confidence, 'MEDIUM');
  assert.deepEqual(finals[0]?.evidence, ['close code 1006', 'cut after 3000 ms of silence']);
});

test('a second one after the same silence is for sure', () => {
  const once = fixture({ maxRetries: 0 });
  const { finals } = [3_000, 3_200, 5_000].reduce(lost, once);

  assert.deepEqual(finals.map(({ confidence }) => confidence), ['MEDIUM', 'HIGH', 'MEDIUM']);
  assert.deepEqual(finals[1]?.evidence, [
    'cut after 3200 ms of silence',
    'the one before after 3000 ms',
  ]);
});

test('what is sent and what is heard ends a silence', () => {
  const { platform, clock, client, finals } = fixture({ maxRetries: 0 });
  client.connect();
  platform.socket.openAndWelcome();
  clock.advance(2_000);
  platform.socket.listener.onBinary(new ArrayBuffer(2));
  clock.advance(2_000);
  void client.start().catch(() => undefined);
  clock.advance(2_499);
  platform.socket.listener.onClose(1006, '');

  assert.equal(finals[0]?.verdict, 'CONNECTION_LOST');
});

test('a loss while the user is elsewhere is for the sake of that', () => {
  const hidden = askingFixture({ maxRetries: 0 });
  hidden.platform.isHidden = true;
  const { finals } = lost(hidden, 60_000);

  assert.equal(finals[0]?.verdict, 'APP_IN_BACKGROUND');
});

test('an application that did not answer is told from one that failed', () => {
  for (const [code, verdict] of [
    ['HANDLER_TIMEOUT', 'HANDLER_TOO_SLOW'],
    ['HANDLER_FAILED', 'HANDLER_FAILED'],
  ] as const) {
    const { platform, finals, connected } = fixture({ maxRetries: 0 });
    connected();
    platform.socket.receive({ type: 'error', message: '', code, fatal: true });
    platform.socket.listener.onClose(1011, '');

    assert.equal(finals[0]?.verdict, verdict);
    assert.equal(finals[0]?.confidence, 'HIGH');
  }
});

test('a failure of which the server says nothing may be another', () => {
  const { platform, finals, connected } = fixture({ maxRetries: 0 });
  connected();
  platform.socket.listener.onClose(1011, '');

  assert.equal(finals[0]?.verdict, 'HANDLER_FAILED');
  assert.equal(finals[0]?.confidence, 'MEDIUM');
});

test('only who names an origin can be refused for it', () => {
  for (const [make, expected] of [
    [askingFixture, 'FORBIDDEN_ORIGIN MEDIUM'],
    [fixture, 'FORBIDDEN HIGH'],
  ] as const) {
    const { platform, client, finals } = make({ maxRetries: 0 });
    client.connect();
    platform.socket.listener.onOpen();
    platform.socket.listener.onClose(1008, '');

    assert.equal(`${finals[0]?.verdict} ${finals[0]?.confidence}`, expected);
  }
});

test('tries that fail each for another reason have none in common', () => {
  const { platform, clock, client, finals, timeline } = fixture({ maxRetries: 1 });
  client.connect();
  platform.socket.listener.onFailure('CONNECTION_REFUSED', 'a fact');
  clock.advance(2_000);
  platform.socket.listener.onFailure('BAD_GATEWAY', 'a fact');

  assert.equal(finals[0]?.verdict, 'RETRIES_EXHAUSTED');
  assert.deepEqual(finals[0]?.evidence, [
    'connection 1: CONNECTION_REFUSED',
    'connection 2: BAD_GATEWAY',
  ]);
  assert.ok(timeline().includes('2000 failed BAD_GATEWAY'), String(timeline()));
});

test('why a connection was lost is no reason why no other follows', () => {
  const { platform, clock, finals, connected } = fixture({ maxRetries: 1 });
  connected();
  platform.socket.listener.onClose(1001, '');
  clock.advance(2_000);
  platform.socket.listener.onFailure('CONNECTION_REFUSED', 'a fact');

  assert.equal(finals[0]?.verdict, 'CONNECTION_REFUSED');
});

test('a late welcome is told, once', () => {
  const { platform, clock, client, problems } = fixture();
  client.connect();
  platform.socket.listener.onOpen();
  clock.advance(2_001);
  platform.socket.welcome(false);
  platform.socket.welcome();

  assert.equal(client.state, 'READY');
  assert.deepEqual(problems.map(({ verdict }) => verdict), ['SERVER_SLOW']);
  assert.deepEqual(problems[0]?.evidence, ['welcome 2001 ms after the open']);
});

type Fixture = Pick<ReturnType<typeof fixture>, 'platform' | 'clock' | 'client' | 'finals'>;

function lost<F extends Fixture>(of: F, afterMs: number): F {
  of.client.connect();
  of.platform.socket.openAndWelcome();
  of.clock.advance(afterMs);
  of.platform.socket.listener.onClose(1006, '');
  return of;
}

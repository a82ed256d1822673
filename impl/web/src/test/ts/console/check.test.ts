import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Check, type CheckReport, type CheckStep } from '../../../main/ts/console/check/check';
import type { HttpAnswer } from '../../../main/ts/core/types';
import { answer, ManualPlatform, type ManualSocket } from '../core/manualPlatform';

const BASE = 'https://host/app/realtime-voice/diagnostics';
const STREAM = 'wss://host/app/realtime-voice/stream';
const PONG = answer(200, { realtimeVoice: 1, timestamp: 0 });
const SEEN = { helloSeen: true, connectionId: 'c-1', welcome: { attempts: 1, sentMs: 3 } };

test('a channel that works is healthy, and every step has its time', async () => {
  const { platform, run, asked } = checked({ ping: PONG, hello: answer(200, SEEN) });
  platform.whenConnecting = opens(platform);
  const report = run();
  await flushed();
  await welcomed(platform);
  await echoed(platform, 20);

  assert.deepEqual(summary(await report), [
    'ping ok 0 status=200',
    'open ok 5',
    'welcome ok 40',
    'ready ok 0',
    'record ok 0 helloSeen=true welcomeSent=true',
    'echo ok null sent=20 back=20 medianMs=12 maxMs=12',
    'HEALTHY HIGH',
  ]);
  assert.deepEqual((await report).record, SEEN);
  assert.deepEqual(asked, [`${BASE}/ping`, `${BASE}/hello/n-1`]);
  assert.deepEqual(platform.sockets.map(({ url }) => url), [
    `${STREAM}?secret=1`,
    'wss://host/app/realtime-voice/test?secret=1',
  ]);
  assert.deepEqual(platform.sockets.map(({ closedWith }) => closedWith), [1000, 1000]);
  assert.equal(platform.clock.waiting, 0);
});

test('a server from before the diagnostics is as healthy', async () => {
  const { platform, run } = checked({ ping: answer(404), hello: answer(404, {}) });
  platform.whenConnecting = opens(platform);
  const report = run();
  await flushed();
  await welcomed(platform);
  await echoed(platform, 20);

  assert.deepEqual(summary(await report).slice(0, 1), ['ping notAvailable 0 status=404']);
  assert.equal((await report).finding.verdict, 'HEALTHY');
});

test('diagnostics that are off are no failure', async () => {
  const { platform, run } = checked({ ping: PONG, hello: answer(404, {}) });
  platform.whenConnecting = opens(platform);
  const report = run();
  await flushed();
  await welcomed(platform);
  await echoed(platform, 20);

  assert.equal(summary(await report)[4], 'record notAvailable null');
  assert.equal((await report).finding.verdict, 'HEALTHY');
});

test('a self-test that cannot be reached is no failure', async () => {
  const { platform, run } = checked({ ping: PONG });
  platform.whenConnecting = opens(platform);
  const report = run();
  await flushed();
  await welcomed(platform);
  platform.socket.listener.onClose(1006, '');
  await flushed();

  assert.equal(summary(await report)[5], 'echo notAvailable null');
  assert.equal((await report).finding.verdict, 'HEALTHY');
});

test('a server that is silent is looked into', async () => {
  const cases: Array<[HttpAnswer | null, HttpAnswer | null, string]> = [
    [null, null, 'SERVER_SILENT HIGH'],
    [answer(404), null, 'SERVER_SILENT MEDIUM'],
    [PONG, answer(404, { helloSeen: false }), 'SERVER_SILENT MEDIUM'],
    [PONG, answer(200, { ...SEEN, welcome: { sentMs: null } }), 'SERVER_SILENT HIGH'],
    [PONG, answer(200, SEEN), 'WELCOME_LOST_DOWNSTREAM HIGH'],
  ];
  for (const [ping, hello, verdict] of cases) {
    const { platform, run } = checked({ ping, hello });
    platform.whenConnecting = opens(platform);
    const report = run();
    await flushed();
    platform.clock.advance(4_005);

    assert.equal(summary(await report).at(-1), verdict);
    assert.ok(summary(await report).includes('welcome failed 4000'), verdict);
    assert.equal(platform.clock.waiting, 0);
  }
});

test('a hello that is lost on its way is told from a silent server', async () => {
  const { platform, run } = checked({ ping: PONG, hello: answer(404, { helloSeen: false }) });
  platform.whenConnecting = opens(platform);
  const report = run();
  await flushed();
  platform.clock.advance(45);
  platform.socket.welcome(false);
  platform.clock.advance(4_000);

  const steps = ['welcome ok 40', 'ready failed 3960', 'record ok 0 helloSeen=false welcomeSent=false'];
  assert.deepEqual(summary(await report).slice(2), [...steps, 'HELLO_LOST_UPSTREAM HIGH']);
});

test('what plain HTTP meets says why a socket does not open', async () => {
  const cases: Array<[HttpAnswer | null, string]> = [
    [PONG, 'UPGRADE_STRIPPED HIGH'],
    [answer(401), 'UNAUTHORIZED MEDIUM'],
    [answer(404), 'NOT_FOUND MEDIUM'],
    [answer(502), 'BAD_GATEWAY MEDIUM'],
    [{ ...answer(200), redirected: true }, 'REDIRECTED MEDIUM'],
    [answer(0), 'CONNECT_FAILED LOW'],
    [null, 'CONNECT_FAILED MEDIUM'],
  ];
  for (const [ping, verdict] of cases) {
    const { platform, run } = checked({ ping });
    platform.whenConnecting = (listener) =>
      platform.clock.schedule(() => listener.onClose(1006, ''), 7);
    const report = run();
    await flushed();
    platform.clock.advance(7);

    assert.deepEqual(summary(await report).slice(1), ['open failed 7 code=1006', verdict]);
  }
});

test('of another origin, it may be the origin', async () => {
  const { platform, run } = checked({ ping: PONG, origin: 'https://elsewhere' });
  platform.whenConnecting = (listener) => listener.onClose(1006, '');

  assert.equal(summary(await run()).at(-1), 'UPGRADE_STRIPPED MEDIUM');
});

test('a welcome that is late is told', async () => {
  const { platform, run } = checked({ ping: PONG });
  platform.whenConnecting = opens(platform);
  const report = run();
  await flushed();
  platform.clock.advance(2_200);
  await welcomed(platform);
  await echoed(platform, 20);

  assert.equal(summary(await report).at(-1), 'SERVER_SLOW HIGH');
});

test('echoes that do not come back are told', async () => {
  const { platform, run } = checked({ ping: PONG });
  platform.whenConnecting = opens(platform);
  const report = run();
  await flushed();
  await welcomed(platform);
  await echoed(platform, 12);
  platform.clock.advance(5_000);

  assert.deepEqual(summary(await report).slice(-2), [
    'echo failed null sent=20 back=12 medianMs=12 maxMs=12',
    'HALF_OPEN MEDIUM',
  ]);
});

test('echoes that come all at once have been held back', async () => {
  const { platform, run } = checked({ ping: PONG });
  platform.whenConnecting = opens(platform);
  const report = run();
  await flushed();
  await welcomed(platform);
  const { socket, clock } = platform;
  clock.advance(5 + 19 * 20);
  frames(socket).forEach((frame) => socket.listener.onBinary(frame));

  assert.equal(summary(await report).at(-1), 'PROXY_BUFFERS MEDIUM');
});

test('one stall is no buffer', async () => {
  const { platform, run } = checked({ ping: PONG });
  platform.whenConnecting = opens(platform);
  const report = run();
  await flushed();
  await welcomed(platform);
  const { socket, clock } = platform;
  clock.advance(5);
  for (let i = 0; i < 6; i++) {
    socket.listener.onBinary(frames(socket)[i] as ArrayBuffer);
    clock.advance(20);
  }
  clock.advance(13 * 20);
  frames(socket).slice(6).forEach((frame) => socket.listener.onBinary(frame));

  assert.equal(summary(await report).at(-1), 'HEALTHY HIGH');
});

test('batch after batch is a buffer', async () => {
  const { platform, run } = checked({ ping: PONG });
  platform.whenConnecting = opens(platform);
  const report = run();
  await flushed();
  await welcomed(platform);
  const { socket, clock } = platform;
  clock.advance(5 + 9 * 20);
  frames(socket).slice(0, 10).forEach((frame) => socket.listener.onBinary(frame));
  clock.advance(10 * 20);
  frames(socket).slice(10).forEach((frame) => socket.listener.onBinary(frame));

  assert.equal(summary(await report).at(-1), 'PROXY_BUFFERS MEDIUM');
});

test('a self-test that closes in the middle is told by its code', async () => {
  const { platform, run } = checked({ ping: PONG });
  platform.whenConnecting = opens(platform);
  const report = run();
  await flushed();
  await welcomed(platform);
  platform.clock.advance(50);
  platform.socket.listener.onClose(1001, '');

  assert.equal(summary(await report).at(-1), 'SERVER_RESTARTED HIGH');
});

test('an address that is none is not gone to', async () => {
  const { platform, run, asked } = checked({ ping: PONG });
  platform.wrongUrl = 'BAD_URL';

  assert.deepEqual(summary(await run()), ['open failed null', 'BAD_URL HIGH']);
  assert.deepEqual(asked, []);
});

interface Options {
  readonly ping: HttpAnswer | null;
  readonly hello?: HttpAnswer | null;
  readonly origin?: string;
}

function checked({ ping, hello = null, origin = 'https://host' }: Options) {
  const platform = new ManualPlatform();
  const asked: string[] = [];
  const told: CheckStep[] = [];
  const http = (url: string): Promise<HttpAnswer | null> => {
    asked.push(url);
    return Promise.resolve(url.endsWith('/ping') ? ping : hello);
  };
  const check = new Check(platform, http, origin, (step) => told.push(step));
  const run = async (): Promise<CheckReport> => {
    const report = await check.run(`${STREAM}?secret=1`, 'en');
    assert.deepEqual(told, report.steps);
    return report;
  };
  return { platform, run, asked };
}

function opens(platform: ManualPlatform): ManualPlatform['whenConnecting'] {
  return (listener) => void platform.clock.schedule(() => listener.onOpen(), 5);
}

/** Whatever promises wait for each other goes on. */
function flushed(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function welcomed(platform: ManualPlatform): Promise<void> {
  platform.clock.advance(45);
  platform.socket.welcome();
  await flushed();
}

/** Sends back as many frames, each 12 ms after it came. */
async function echoed(platform: ManualPlatform, count: number): Promise<void> {
  const { socket, clock } = platform;
  clock.advance(5);
  for (let i = 0; i < 20; i++) {
    clock.advance(12);
    const frame = frames(socket)[i];
    assert.equal(frame?.byteLength, 640);
    if (frame !== undefined && i < count) {
      socket.listener.onBinary(frame);
    }
    clock.advance(8);
  }
  await flushed();
}

function frames(socket: ManualSocket): ArrayBuffer[] {
  return socket.sent.filter((data): data is ArrayBuffer => typeof data !== 'string');
}

function summary({ steps, finding }: CheckReport): string[] {
  return [
    ...steps.map(({ name, outcome, ms, facts }) =>
      [name, outcome, String(ms), ...Object.entries(facts).map(([key, value]) => `${key}=${value}`)].join(' '),
    ),
    [finding.verdict, finding.confidence].join(' '),
  ];
}

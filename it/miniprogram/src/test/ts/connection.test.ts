import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ClientOptions, VoiceClient } from '../../../app/miniprogram/lib/realtime-voice';
import { CHANNEL, client, phone, PlainHttp, SampleServer, server, Watch } from './fixture';

let sample: SampleServer;

before(async () => {
  sample = await SampleServer.start();
});

after(() => sample.stop());

/** A client, connected to nothing yet, and a watch that looks at each of its steps. */
function made(options: Partial<ClientOptions> = {}): { voice: VoiceClient; watch: Watch } {
  const voice = client().createVoiceClient({ url: CHANNEL, log: false, ...options });
  const watch = new Watch();
  voice.on('timeline', () => watch.told());
  voice.on('state', () => watch.told());
  return { voice, watch };
}

function events(voice: VoiceClient): string[] {
  return voice.timeline.entries.map(({ event }) => event);
}

function entry(voice: VoiceClient, event: string) {
  return voice.timeline.entries.find((each) => each.event === event);
}

test('the real server makes it READY, by one socket', async () => {
  const wx = phone(sample.origin);
  const { voice, watch } = made();
  voice.connect();
  await watch.until(() => voice.connected);

  assert.deepEqual(wx.urls, [CHANNEL]);
  assert.equal(voice.welcome?.version, 1);
  voice.close();
});

test('after the background the client looks, connects again, and goes on', async () => {
  const wx = phone(sample.origin);
  const { voice, watch } = made();
  voice.connect();
  await watch.until(() => voice.connected);
  wx.background();
  assert.equal(voice.connected, false);
  assert.equal(entry(voice, 'lost')?.detail.verdict, 'APP_IN_BACKGROUND');
  await watch.until(() => voice.connected);

  assert.equal(wx.liveSockets, 1);
  assert.equal(wx.sockets.length, 2);
  assert.equal((await voice.start()).open, true);
  voice.close();
});

test('a short time in the background costs nothing but a question', async () => {
  const wx = phone(sample.origin);
  const { voice, watch } = made();
  voice.connect();
  await watch.until(() => voice.connected);
  wx.hide();
  wx.show();
  await watch.until(() => events(voice).filter((event) => event === 'hello').length === 2);

  assert.equal(voice.connected, true);
  assert.equal(wx.sockets.length, 1);
  voice.close();
});

test('on another network the client connects again at once', async () => {
  const wx = phone(sample.origin);
  const { voice, watch } = made({ retryDelayMs: 60_000 });
  voice.connect();
  await watch.until(() => voice.connected);
  wx.switchNetwork('4g');
  await watch.until(() => voice.connected);

  assert.equal(wx.sockets.length, 2);
  voice.close();
});

test('a domain that is not on the list is named, and no retry wasted on it', async () => {
  const wx = phone(sample.origin);
  const { voice, watch } = made({ url: 'wss://other.example.com/realtime-voice/stream' });
  voice.connect();
  await watch.until(() => events(voice).includes('final'));

  assert.equal(wx.modals[0]?.title, '服务器不在小程序的合法域名列表中。');
  assert.equal(wx.urls.length, 1);
});

test('ws:// is refused before a socket is made', () => {
  const wx = phone(sample.origin);
  const { voice } = made({ url: 'ws://voice.example.com/realtime-voice/stream' });
  voice.connect();

  assert.equal(wx.urls.length, 0);
  assert.equal(wx.modals[0]?.title, '地址不安全。');
});

test('the sixth socket is refused by WeChat, and the client says so', async () => {
  const wx = phone(sample.origin);
  const others = Array.from({ length: 5 }, () => wx.connectSocket({ url: CHANNEL }));
  const { voice, watch } = made({ maxRetries: 0 });
  voice.connect();
  await watch.until(() => events(voice).includes('final'));

  assert.equal(wx.modals[0]?.title, '打开的连接过多。');
  others.forEach((socket) => socket.close({}));
});

test('a message right behind the open is not lost', async () => {
  const early = await server((socket) => {
    socket.send('{"type":"welcome","message":"older","timestamp":0}');
  });
  phone(early.origin);
  const { voice, watch } = made();
  voice.connect();
  await watch.until(() => voice.connected);

  assert.equal(voice.retries, 0);
  voice.close();
  early.stop();
});

test('a welcome that is delivered before the open is not lost', async () => {
  const early = await server((socket) => {
    socket.send('{"type":"welcome","message":"older","timestamp":0}');
  });
  const wx = phone(early.origin);
  wx.order = 'early message';
  const { voice, watch } = made();
  voice.connect();
  await watch.until(() => voice.connected);

  assert.deepEqual(wx.sockets[0]?.told, ['message', 'open']);
  assert.deepEqual(events(voice).slice(0, 5), ['connecting', 'open', 'hello', 'welcome', 'ready']);
  voice.close();
  early.stop();
});

test('nor is one of the real server, whose answer to the hello makes it READY', async () => {
  const wx = phone(sample.origin);
  wx.order = 'early message';
  const { voice, watch } = made();
  voice.connect();
  await watch.until(() => voice.connected);

  assert.deepEqual(wx.sockets[0]?.told.slice(0, 2), ['message', 'open']);
  assert.equal(wx.sockets.length, 1);
  assert.equal((await voice.start()).open, true);
  voice.close();
});

test('a close that comes before its error is one failure, and not two', async () => {
  const gone = await server(() => undefined);
  gone.stop();
  const wx = phone(gone.origin);
  wx.order = 'early close';
  const { voice, watch } = made({ maxRetries: 1, retryDelayMs: 20 });
  voice.connect();
  await watch.until(() => events(voice).includes('final'));

  assert.deepEqual(
    wx.sockets.map(({ told }) => told),
    [
      ['close', 'error'],
      ['close', 'error'],
    ],
  );
  assert.deepEqual(events(voice), ['connecting', 'failed', 'retry', 'connecting', 'failed', 'final']);
});

test('an error that comes before its close is one failure, too, with its cause', async () => {
  const gone = await server(() => undefined);
  gone.stop();
  const wx = phone(gone.origin);
  const { voice, watch } = made({ maxRetries: 1, retryDelayMs: 20 });
  voice.connect();
  await watch.until(() => events(voice).includes('final'));

  assert.deepEqual(wx.sockets[1]?.told, ['error', 'close']);
  assert.deepEqual(events(voice), ['connecting', 'failed', 'retry', 'connecting', 'failed', 'final']);
  assert.equal(entry(voice, 'final')?.detail.verdict, 'CONNECTION_REFUSED');
});

test('an open that comes behind the close opens nothing', async () => {
  const closing = await server((socket) => socket.close());
  const wx = phone(closing.origin);
  wx.order = 'late open';
  const { voice, watch } = made({ maxRetries: 1, retryDelayMs: 20 });
  voice.connect();
  await watch.until(() => events(voice).includes('final'));

  assert.deepEqual(
    wx.sockets.map(({ told }) => told),
    [
      ['close', 'open'],
      ['close', 'open'],
    ],
  );
  assert.deepEqual(events(voice), ['connecting', 'failed', 'retry', 'connecting', 'failed', 'final']);
  assert.equal(wx.liveSockets, 0);
  closing.stop();
});

for (const requestsAllowed of [true, false]) {
  test(`why no socket opens is looked into over HTTP, if that is allowed: ${requestsAllowed}`, async () => {
    const plain = await PlainHttp.start();
    const wx = phone(plain.origin);
    wx.requestsAllowed = requestsAllowed;
    const { voice, watch } = made({ maxRetries: 0 });
    voice.connect();
    await watch.until(() => events(voice).includes('final'));
    if (requestsAllowed) {
      await plain.report;
    }

    const diagnostics = 'https://voice.example.com/sample/realtime-voice/diagnostics';
    assert.deepEqual(wx.requests, [`${diagnostics}/ping`, `${diagnostics}/report`]);
    assert.equal(
      entry(voice, 'final')?.detail.verdict,
      requestsAllowed ? 'UPGRADE_STRIPPED' : 'CONNECT_FAILED',
    );
    assert.deepEqual(
      plain.posted.map((text) => (JSON.parse(text) as { type: string }).type),
      requestsAllowed ? ['report'] : [],
    );
    plain.stop();
  });
}

test('a server that accepts and stays silent: asked again, 3 retries, then the user is told', async () => {
  const silent = await server(() => undefined);
  const wx = phone(silent.origin);
  const { voice, watch } = made({
    helloRepeatMs: [40, 80, 160],
    silenceMs: 200,
    welcomeTimeoutMs: 600,
    retryDelayMs: 50,
  });
  voice.connect();
  await watch.until(() => events(voice).includes('final'));

  const attempt = ['connecting', 'open', 'hello', 'hello', 'hello', 'hello', 'silent', 'failed'];
  assert.deepEqual(events(voice), [
    ...attempt,
    'retry',
    ...attempt,
    'retry',
    ...attempt,
    'retry',
    ...attempt,
    'final',
  ]);
  assert.deepEqual(
    silent.texts.map((texts) => texts.length),
    [4, 4, 4, 4],
  );
  assert.equal(wx.modals.length, 1);
  assert.equal(wx.modals[0]?.confirmText, '重试');
  silent.stop();
});

test('a server that opens and closes at once, for ever, is given up after 3 retries', async () => {
  const closing = await server((socket) => socket.close());
  const wx = phone(closing.origin);
  const { voice, watch } = made({ retryDelayMs: 20 });
  voice.connect();
  await watch.until(() => events(voice).includes('final'));

  assert.equal(wx.sockets.length, 4);
  assert.equal(wx.liveSockets, 0);
  closing.stop();
});

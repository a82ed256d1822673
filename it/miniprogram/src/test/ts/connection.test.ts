import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ClientOptions, VoiceClient } from '../../../app/miniprogram/lib/realtime-voice';
import { CHANNEL, client, phone, SampleServer, server, Watch } from './fixture';

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

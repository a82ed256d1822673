import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVoiceClient } from '../../../main/ts/browser/index';
import { FakeWebSocket, flushed, openPage } from './fakePage';

const URL = 'wss://host/app/realtime-voice/stream';

function fixture() {
  const page = openPage();
  const client = createVoiceClient({ url: URL, log: false, maxRetries: 0 });
  const socket = (): FakeWebSocket => {
    const last = FakeWebSocket.made[FakeWebSocket.made.length - 1];
    if (last === undefined) {
      throw new Error('no socket');
    }
    return last;
  };
  return Object.assign(page, {
    client,
    socket,
    banners: () => page.document.body.children,
    connected: (): void => {
      client.connect();
      socket().open();
      const { nonce } = JSON.parse(String(socket().sent[0])) as { nonce: string };
      const welcome = { type: 'welcome', message: 'hi', timestamp: 0, version: 1, nonce };
      socket().onmessage({ data: JSON.stringify(welcome) });
    },
  });
}

test('the scripts may be loaded where there is no page yet', () => {
  assert.equal(typeof createVoiceClient, 'function');
});

test('the hello is in the language of the browser, and names its network', () => {
  const { socket, client, connected } = fixture();
  connected();
  const hello = JSON.parse(String(socket().sent[0])) as Record<string, unknown>;

  assert.equal(client.state, 'READY');
  assert.equal(hello.locale, 'zh');
  assert.deepEqual(hello.client, { platform: 'browser', network: '4g' });
  client.close();
});

test('the end is a banner that screen readers speak, with a way to try again', async () => {
  const { client, socket, banners } = fixture();
  client.connect();
  socket().onclose({ code: 1006, reason: '' });
  await flushed();
  const [banner] = banners();
  const [text, retry] = banner?.children ?? [];
  assert.equal(banner?.attributes.role, 'alert');
  assert.equal(banner?.lang, 'zh');
  assert.equal(banner?.dataset.verdict, 'CONNECT_FAILED');
  assert.match(text?.textContent ?? '', /无法连接服务器。/);
  assert.equal(retry?.textContent, '重试');
  retry?.click();

  assert.equal(client.state, 'CONNECTING');
  assert.equal(banners().length, 0);
  client.close();
});

test('a page has one banner, which goes when it is dismissed or the client READY', async () => {
  const { client, socket, banners, connected } = fixture();
  const fail = async (): Promise<void> => {
    client.connect();
    socket().onclose({ code: 1006, reason: '' });
    await flushed();
  };
  await fail();
  await fail();
  assert.equal(banners().length, 1);
  banners()[0]?.children[2]?.click();
  assert.equal(banners().length, 0);
  await fail();
  connected();

  assert.equal(banners().length, 0);
  client.close();
});

test('what a browser does not say of a socket, plain HTTP may', async () => {
  const page = fixture();
  const asked: string[] = [];
  page.http = (url) => {
    asked.push(url);
    return Promise.resolve({ status: 502, type: 'basic', json: () => Promise.reject(new Error()) });
  };
  page.client.connect();
  page.socket().onclose({ code: 1006, reason: '' });
  await flushed();

  assert.deepEqual(asked, ['https://host/app/realtime-voice/diagnostics/ping']);
  assert.equal(page.banners()[0]?.dataset.verdict, 'BAD_GATEWAY');
  const [url, report] = page.beacons[0] ?? [];
  assert.equal(url, 'https://host/app/realtime-voice/diagnostics/report');
  assert.equal((JSON.parse(String(report)) as { type: string }).type, 'report');
});

test('a loss while the page is hidden is for the sake of that', () => {
  const { document, client, socket, connected } = fixture();
  const finals: string[] = [];
  client.on('final', ({ verdict }) => finals.push(verdict));
  connected();
  document.visibilityState = 'hidden';
  socket().onclose({ code: 1006, reason: '' });

  assert.deepEqual(finals, ['APP_IN_BACKGROUND']);
});

test('a page that wakes, or is online again, asks whether the connection still is', () => {
  const { document, window, client, socket, connected } = fixture();
  connected();
  document.visibilityState = 'hidden';
  document.dispatchEvent(new Event('visibilitychange'));
  assert.equal(socket().sent.length, 1);
  document.visibilityState = 'visible';
  document.dispatchEvent(new Event('visibilitychange'));
  assert.equal(socket().sent.length, 2);
  window.dispatchEvent(new Event('online'));

  const events = client.timeline.entries.map(({ event }) => event);
  assert.equal(events.filter((event) => event === 'check').length, 2);
  client.close();
});

test('a client that is closed listens to nothing', () => {
  const { document, window, client, connected } = fixture();
  connected();
  assert.equal(document.listeners + window.listeners, 2);
  client.close();

  assert.equal(document.listeners + window.listeners, 0);
});

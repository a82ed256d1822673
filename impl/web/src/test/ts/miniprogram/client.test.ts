import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVoiceClient } from '../../../main/ts/miniprogram/index';
import { phone } from './fakeWx';

const URL = 'wss://host/app/realtime-voice/stream';

function fixture(url = URL) {
  const wx = phone();
  const client = createVoiceClient({ url, log: false, maxRetries: 1 });
  return { wx, client };
}

/** Opens the socket, and answers its hello. */
function welcome({ wx }: ReturnType<typeof fixture>): void {
  wx.task.open({});
  const { nonce } = JSON.parse(String(wx.task.sent[0]?.data)) as { nonce: string };
  wx.task.message({
    data: JSON.stringify({ type: 'welcome', message: 'hi', timestamp: 0, version: 1, nonce }),
  });
}

for (const [url, verdict] of [
  ['ws://host/x', 'NOT_WSS'],
  ['https://host/x', 'BAD_URL'],
  ['wss://', 'BAD_URL'],
  ['', 'BAD_URL'],
] as const) {
  test(`${url || 'nothing'} is ${verdict}: the user is told, and no socket made`, () => {
    const { wx, client } = fixture(url);
    const finals: string[] = [];
    client.on('final', (problem) => finals.push(problem.verdict));
    client.connect();

    assert.deepEqual(finals, [verdict]);
    assert.equal(wx.tasks.length, 0);
    assert.equal(wx.modals.length, 1);
  });
}

test('the user may try again', () => {
  const { wx, client } = fixture();
  client.connect();
  wx.task.option.fail({ errMsg: 'connectSocket:fail url not in domain list' });
  assert.equal(wx.modals[0]?.confirmText, '重试');
  wx.modals[0]?.success({ confirm: false });
  assert.equal(client.state, 'CLOSED');
  wx.modals[0]?.success({ confirm: true });

  assert.equal(client.state, 'CONNECTING');
  assert.equal(wx.tasks.length, 2);
  client.close();
});

test('back from the background it asks whether the connection still is', () => {
  const made = fixture();
  const { wx, client } = made;
  client.connect();
  welcome(made);
  assert.equal(client.state, 'READY');
  wx.shows.forEach((tell) => tell());

  assert.equal(wx.task.sent.length, 2);
  client.close();
});

test('another network is asked, and none is not; the next hello names it', () => {
  const made = fixture();
  const { wx, client } = made;
  client.connect();
  welcome(made);
  wx.networks.forEach((tell) => tell({ isConnected: false, networkType: 'none' }));
  assert.equal(wx.task.sent.length, 1);
  wx.networks.forEach((tell) => tell({ isConnected: true, networkType: '4g' }));

  const hello = JSON.parse(String(wx.task.sent[1]?.data)) as { client: { network: string } };
  assert.equal(hello.client.network, '4g');
  client.close();
});

test('back from the background a stream goes on, without waiting for the next retry', async () => {
  const { wx, client } = fixture();
  const receive = (message: Record<string, unknown>): void =>
    wx.task.message({ data: JSON.stringify(message) });
  const nonce = (): unknown => (JSON.parse(String(wx.task.sent[0]?.data)) as { nonce: string }).nonce;
  const greet = (): void => {
    wx.task.open({});
    const welcome = { type: 'welcome', message: 'hi', timestamp: 0, version: 1, sessionId: 's' };
    receive({ ...welcome, nonce: nonce(), resumeToken: 't-1' });
  };
  client.connect();
  greet();
  const starting = client.start();
  receive({ type: 'ready', message: 'go' });
  const stream = await starting;
  // WeChat closes the sockets of a mini program in the background.
  wx.task.closed({ code: 1006, reason: 'interrupted' });
  assert.equal(stream.open, true);
  stream.send(new ArrayBuffer(640));
  wx.shows.forEach((tell) => tell());
  greet();
  assert.equal(client.state, 'WELCOMED');
  receive({ type: 'resumed', sessionId: 's', resumeToken: 't-2', received: 1 });

  assert.equal(client.state, 'READY');
  const types = wx.task.sent.map(({ data }) =>
    typeof data === 'string' ? (JSON.parse(data) as { type: string }).type : 'audio',
  );
  assert.deepEqual(types, ['hello', 'resume', 'ack', 'audio', 'report']);
  client.close();
});

test('a client that is closed listens to nothing', () => {
  const { wx, client } = fixture();
  client.connect();
  assert.equal(wx.shows.length + wx.networks.length, 2);
  client.close();

  assert.equal(wx.shows.length + wx.networks.length, 0);
  assert.deepEqual(wx.task.closes, [{ code: 1000, reason: '' }]);
});

test('why a socket does not open may be known over HTTP', () => {
  const { wx, client } = fixture();
  const finals: string[] = [];
  client.on('final', ({ verdict, confidence }) => finals.push(`${verdict} ${confidence}`));
  fail(wx);
  wx.requests[0]?.success({ statusCode: 200, data: { realtimeVoice: 1 } });
  client.check();
  fail(wx);

  assert.equal(wx.requests[0]?.url, 'https://host/app/realtime-voice/diagnostics/ping');
  assert.deepEqual(finals, ['UPGRADE_STRIPPED HIGH']);
  const post = wx.requests.find(({ method }) => method === 'POST');
  assert.equal(post?.url, 'https://host/app/realtime-voice/diagnostics/report');

  function fail(of: typeof wx): void {
    client.connect();
    of.task.option.fail({ errMsg: 'connectSocket:fail Unknown error' });
  }
});

test('a domain that may not be asked says nothing', () => {
  const { wx, client } = fixture();
  const evidence: string[] = [];
  client.on('final', (problem) => evidence.push(problem.confidence, ...problem.evidence));
  client.connect();
  wx.task.option.fail({ errMsg: 'connectSocket:fail Unknown error' });
  wx.requests[0]?.fail({ errMsg: 'request:fail url not in domain list' });
  client.check();
  wx.task.option.fail({ errMsg: 'connectSocket:fail Unknown error' });
  wx.requests[1]?.fail({ errMsg: 'request:fail url not in domain list' });

  assert.equal(evidence[0], 'LOW');
});

test('a loss while the user is elsewhere is for the sake of that', () => {
  const made = fixture();
  const { wx, client } = made;
  const verdicts: unknown[] = [];
  client.on('timeline', ({ event, detail }) => event === 'lost' && verdicts.push(detail.verdict));
  client.connect();
  welcome(made);
  wx.hides[0]?.();
  wx.task.closed({ code: 1006, reason: 'interrupted' });

  assert.deepEqual(verdicts, ['APP_IN_BACKGROUND']);
  client.close();
  assert.deepEqual([wx.hides.length, wx.shows.length], [0, 0]);
});

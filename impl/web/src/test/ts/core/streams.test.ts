import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VoiceError } from '../../../main/ts/core/problem';
import { fixture } from './fixture';

const unhandled: unknown[] = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));

const READY = { type: 'ready', message: 'go' };
const STOPPED = { type: 'stopped', message: 'end', logId: 'c', text: '42', audioSize: 640 };

function verdict(of: string): (error: unknown) => boolean {
  return (error) => error instanceof VoiceError && error.verdict === of;
}

test('a stream starts, takes audio and stops', async () => {
  const { platform, client, connected } = fixture();
  connected();
  const results: string[] = [];
  client.on('result', ({ text }) => results.push(text));
  const starting = client.start({ engineType: 'tones', roomId: 7 });
  platform.socket.receive(READY);
  const stream = await starting;
  assert.equal(stream.send(new ArrayBuffer(640)), true);
  platform.socket.receive({ type: 'result', voiceId: 'v', text: '42', isFinal: true, wordList: [] });
  const stopping = stream.stop();
  assert.equal(stream.send(new ArrayBuffer(640)), false);
  platform.socket.receive(STOPPED);

  assert.equal((await stopping).text, '42');
  assert.deepEqual(results, ['42']);
  assert.deepEqual(platform.socket.messages.slice(1), [
    { type: 'start', engineType: 'tones', roomId: 7 },
    { type: 'stop' },
  ]);
});

test('one stream after the other', async () => {
  const { platform, client, connected } = fixture();
  connected();
  for (let i = 0; i < 3; i++) {
    const starting = client.start();
    platform.socket.receive(READY);
    const stopping = (await starting).stop();
    platform.socket.receive(STOPPED);
    await stopping;
  }
  assert.equal(platform.socket.messages.filter(({ type }) => type === 'start').length, 3);
});

test('a start before READY is told so', async () => {
  const { client, problems } = fixture();
  await assert.rejects(client.start(), verdict('NOT_READY'));
  client.connect();
  await assert.rejects(client.start(), verdict('NOT_READY'));
  assert.equal(problems.length, 2);
});

test('a second start is told so, and harms not the first', async () => {
  const { platform, client, connected } = fixture();
  connected();
  const starting = client.start();
  await assert.rejects(client.start(), verdict('ALREADY_STARTED'));
  platform.socket.receive(READY);
  const stream = await starting;
  await assert.rejects(client.start(), verdict('ALREADY_STARTED'));
  assert.equal(stream.open, true);
});

test('a refused start is rejected with the words of the server', async () => {
  const { platform, client, connected } = fixture();
  connected();
  const starting = client.start();
  platform.socket.receive({ type: 'error', message: 'quota', code: 'STREAM_REFUSED', fatal: false });

  await assert.rejects(starting, (error: VoiceError) => error.detail === 'quota');
  const again = client.start();
  platform.socket.receive(READY);
  assert.equal((await again).open, true);
});

test('a lost connection ends the stream, and its stop() says why', async () => {
  const { platform, client, connected } = fixture();
  connected();
  const starting = client.start();
  platform.socket.receive(READY);
  const stream = await starting;
  const stopping = stream.stop();
  platform.socket.listener.onClose(1006, '');

  await assert.rejects(stopping, verdict('CONNECTION_LOST'));
  assert.equal(stream.open, false);
  await assert.rejects(stream.stop(), verdict('CONNECTION_LOST'));
});

test('a start that is lost with its connection is rejected', async () => {
  const { platform, client, connected } = fixture();
  connected();
  const starting = client.start();
  platform.socket.listener.onClose(4481, '');

  await assert.rejects(starting, verdict('TOO_SLOW_READER'));
});

test('close() ends everything, leaves no timer, and may be called twice', async () => {
  const { platform, clock, client, connected, finals } = fixture();
  connected();
  const starting = client.start();
  client.close();
  client.close();

  await assert.rejects(starting, verdict('CONNECTION_LOST'));
  assert.equal(platform.socket.closedWith, 1000);
  assert.equal(clock.waiting, 0);
  assert.deepEqual(finals, []);
  assert.equal(client.state, 'CLOSED');
  platform.socket.listener.onClose(1000, '');
  assert.equal(client.state, 'CLOSED');
});

test('nothing of all that was ever an unhandled rejection', async () => {
  const { platform, client, connected } = fixture();
  void client.start();
  connected();
  void client.start();
  void client.start();
  platform.socket.listener.onClose(1006, '');
  await new Promise((resolve) => setImmediate(resolve));

  assert.deepEqual(unhandled, []);
});

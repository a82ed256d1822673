import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Utterance } from '../../../main/ts/core/utterance';
import { fixture } from './fixture';

const FRAME = (): ArrayBuffer => new ArrayBuffer(640);
const READY = { type: 'ready', message: 'go' };
const STOPPED = { type: 'stopped', message: '', logId: '', text: '7', audioSize: 0 };

/** A source in the hand of a test. */
function microphone() {
  const source = {
    give: (_frame: ArrayBuffer): void => undefined,
    runOut: (): void => undefined,
    stops: 0,
    open: (sink: (frame: ArrayBuffer) => void, ended: () => void) => {
      source.give = sink;
      source.runOut = ended;
      return { stop: () => void source.stops++ };
    },
  };
  return source;
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('what is said while the stream opens is not lost, and two seconds of it are kept', async () => {
  const { platform, client, connected } = fixture();
  connected();
  const source = microphone();
  const utterance = new Utterance(client, {}, source.open);
  await settled();
  for (let i = 0; i < 150; i++) {
    source.give(FRAME());
  }
  platform.socket.receive(READY);
  await settled();
  source.give(FRAME());
  utterance.end();
  await settled();
  platform.socket.receive(STOPPED);

  assert.equal((await utterance.finished).text, '7');
  assert.equal(platform.socket.sent.filter((data) => data instanceof ArrayBuffer).length, 101);
  assert.ok(source.stops > 0);
});

test('a button that is released before the stream is open still ends it', async () => {
  const { platform, client, connected } = fixture();
  connected();
  const utterance = new Utterance(client, {}, microphone().open);
  utterance.end();
  await settled();
  platform.socket.receive(READY);
  await settled();

  assert.equal(platform.socket.messages.at(-1)?.type, 'stop');
});

test('a source that ends by itself ends the utterance', async () => {
  const { platform, client, connected } = fixture();
  connected();
  const source = microphone();
  new Utterance(client, {}, source.open);
  await settled();
  platform.socket.receive(READY);
  await settled();
  source.runOut();
  await settled();

  assert.equal(platform.socket.messages.at(-1)?.type, 'stop');
});

test('a source that cannot be opened starts no stream', async () => {
  const { platform, client, connected } = fixture();
  connected();
  const utterance = new Utterance(client, {}, () => Promise.reject(new Error('no microphone')));

  await assert.rejects(utterance.finished, /no microphone/);
  assert.equal(platform.socket.messages.length, 1);
});

test('a lost connection stops the source at once', async () => {
  const { platform, client, connected } = fixture();
  connected();
  const source = microphone();
  const utterance = new Utterance(client, {}, source.open);
  await settled();
  platform.socket.receive(READY);
  await settled();
  platform.socket.listener.onClose(1006, '');

  await assert.rejects(utterance.finished);
  assert.ok(source.stops > 0);
});

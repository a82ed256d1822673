import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Framer } from '../../../main/ts/core/framer';
import { fixture } from './fixture';

test('the timeline is bounded, and says how much had to go', () => {
  const { client, connected, platform } = fixture({ timelineSize: 10 });
  connected();
  for (let i = 0; i < 100; i++) {
    platform.socket.receive({ type: 'error', message: 'x', code: 'Y', fatal: false });
  }

  assert.equal(client.timeline.entries.length, 10);
  assert.equal(client.timeline.dropped, 95);
});

test('every step is a line of the log, and no token, query or text is in one', async () => {
  const { client, connected, platform } = fixture();
  connected();
  const starting = client.start({ token: 'secret', userId: 'secret' });
  platform.socket.receive({ type: 'ready', message: 'secret' });
  await starting;
  platform.socket.receive({
    type: 'result',
    voiceId: 'v',
    text: 'secret',
    isFinal: true,
    wordList: [],
  });

  assert.equal(platform.lines.length, client.timeline.entries.length);
  assert.equal(platform.lines[2], 'realtime-voice +0.000 s hello number=1');
  assert.ok(!platform.lines.join().includes('secret'));
});

test('a listener that throws is logged, and harms no other', () => {
  const { client, platform } = fixture();
  let heard = 0;
  client.on('state', () => {
    throw new Error('planned');
  });
  client.on('state', () => heard++);
  client.connect();

  assert.equal(heard, 1);
  assert.ok(platform.lines.some((line) => line.includes('planned')));
});

test('a log that throws harms nothing', () => {
  const { client, platform } = fixture({
    log: () => {
      throw new Error('planned');
    },
  });
  client.connect();
  platform.socket.openAndWelcome();

  assert.equal(client.state, 'READY');
});

test('a listener that was removed is told no more', () => {
  const { client } = fixture();
  let heard = 0;
  const remove = client.on('state', () => heard++);
  remove();
  client.connect();

  assert.equal(heard, 0);
});

test('texts are in the language of the user', () => {
  const { client, platform } = fixture({ language: 'zh', maxRetries: 0 });
  client.connect();
  platform.socket.listener.onClose(1006, '');

  assert.equal(platform.shown[0]?.title, '无法连接服务器。');
});

test('audio in pieces of any size becomes frames of one size, and nothing is lost', () => {
  const frames: number[][] = [];
  const framer = new Framer(4, (frame) => frames.push([...new Uint8Array(frame)]));
  for (const piece of [[1], [2, 3], [], [4, 5, 6, 7, 8, 9], [10]]) {
    framer.add(Uint8Array.from(piece).buffer);
  }
  framer.flush();
  framer.flush();

  assert.deepEqual(frames, [
    [1, 2, 3, 4],
    [5, 6, 7, 8],
    [9, 10],
  ]);
});

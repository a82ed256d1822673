import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Utterance } from '../../../main/ts/core/utterance';
import { frame, outcome, resumable, settled, STOPPED } from './resumable';

test('who talks while the connection is lost goes on talking, and loses no word', async () => {
  const { platform, client, lose, reopen, resumed, marks } = resumable();
  let give: (frame: ArrayBuffer) => void = () => undefined;
  let stops = 0;
  const utterance = new Utterance(client, {}, (sink) => {
    give = sink;
    return { stop: () => void stops++ };
  });
  await settled();
  platform.socket.receive({ type: 'ready', message: 'go' });
  await settled();
  give(frame(1));
  lose();
  await settled();
  assert.equal(stops, 0);
  give(frame(2));
  utterance.end();
  await settled();
  assert.equal(await outcome(utterance.finished), 'pending');
  reopen();
  resumed(1);
  platform.socket.receive(STOPPED);

  assert.equal((await utterance.finished).text, '42');
  assert.deepEqual(platform.socket.types.slice(2), ['ack', 'audio', 'audio', 'stop']);
  assert.deepEqual(marks(), [1, 2]);
});

test('a session that is lost ends it, and lets go of the source', async () => {
  const { platform, client, lose, reopen } = resumable();
  let stops = 0;
  const utterance = new Utterance(client, {}, () => ({ stop: () => void stops++ }));
  await settled();
  platform.socket.receive({ type: 'ready', message: 'go' });
  await settled();
  lose();
  reopen();
  lose(4410);

  assert.equal(await outcome(utterance.finished), 'SESSION_LOST');
  assert.ok(stops > 0);
});

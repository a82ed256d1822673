import assert from 'node:assert/strict';
import { test } from 'node:test';
import { result, resumable } from './resumable';

test('every reliable message of the server is counted, of whatever type', async () => {
  const { platform, openStream, lose, reopen } = resumable();
  await openStream();
  for (const message of [
    result('1'),
    { type: 'tomorrow' },
    { type: 'error', message: 'x', code: 'NOT_STARTED', fatal: false },
    // One that cannot be read was sent and counted all the same.
    { type: 'result' },
  ]) {
    platform.socket.receive(message);
  }
  lose();
  reopen();

  assert.equal(platform.socket.messages[1]?.received, 5);
});

test('what is of the connection only is not counted', async () => {
  const { platform, openStream, lose, reopen } = resumable();
  await openStream();
  for (const message of [
    { type: 'ack', received: 1 },
    { type: 'heartbeat', received: 1, timestamp: 0 },
    { type: 'goaway', reason: 'draining', retryAfterMs: 0 },
    { type: 'gap', droppedBytes: 640 },
    { type: 'resumed', sessionId: 's', resumeToken: 't', received: 1 },
    { type: 'error', message: 'x', code: 'INTERNAL', fatal: true },
  ]) {
    platform.socket.receive(message);
  }
  platform.socket.welcomeWith('t-1');
  platform.socket.listener.onBinary(new ArrayBuffer(640));
  lose();
  reopen();

  assert.equal(platform.socket.messages[1]?.received, 1);
});

test('what comes again behind resumed is what was not seen, and is delivered once', async () => {
  const { platform, texts, openStream, lose, reopen, resumed } = resumable();
  await openStream();
  platform.socket.receive(result('1'));
  platform.socket.receive(result('2'));
  lose();
  reopen();
  resumed(1);
  platform.socket.receive(result('3'));
  lose();
  reopen();

  assert.equal(platform.socket.messages[1]?.received, 4);
  assert.deepEqual(texts, ['1', '2', '3']);
});

test('what an unused session says before resumed is not counted', async () => {
  const { platform, openStream, lose, reopen, resumed } = resumable();
  await openStream();
  lose();
  reopen();
  platform.socket.receive({ type: 'error', message: 'x', code: 'BAD_FIELD', fatal: false });
  resumed(1);
  lose();
  reopen();

  assert.equal(platform.socket.messages[1]?.received, 1);
});

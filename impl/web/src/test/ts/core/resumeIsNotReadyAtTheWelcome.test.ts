import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frame, resumable } from './resumable';

test('nothing but hellos follows a resume that is not answered', async () => {
  const { platform, clock, openStream, lose, reopen } = resumable();
  const stream = await openStream();
  lose();
  reopen();
  stream.send(frame(1));
  platform.socket.receive({ type: 'heartbeat', received: 0, timestamp: 0 });
  clock.advance(3_300);

  assert.deepEqual(platform.socket.types, ['hello', 'resume', 'hello', 'hello', 'hello']);
});

test('a connection that ends before resumed is tried again, and the session lives', async () => {
  const { platform, client, openStream, lose, reopen, resumed, marks } = resumable();
  const stream = await openStream();
  stream.send(frame(1));
  lose();
  reopen();
  lose();
  assert.equal(stream.open, true);
  reopen();
  assert.equal(platform.socket.messages[1]?.resumeToken, 't-1');
  resumed(1);

  assert.equal(client.state, 'READY');
  assert.deepEqual(marks(), [1]);
});

test('the silence rule covers the wait for resumed', async () => {
  const { platform, clock, client, openStream, lose, reopen, timeline } = resumable();
  await openStream();
  lose();
  reopen();
  clock.advance(4_000);

  assert.equal(client.state, 'RECOVERING');
  assert.equal(platform.socket.closedWith, 4480);
  assert.ok(timeline().some((line) => line.endsWith('failed SERVER_SILENT')));
});

test('resumed before the welcome with the nonce is not READY yet', async () => {
  const { platform, clock, client, openStream, lose, resumed } = resumable();
  await openStream();
  lose();
  clock.advance(2_000);
  platform.socket.listener.onOpen();
  resumed(1);
  assert.equal(client.connected, false);
  platform.socket.welcomeWith('t-2');

  assert.equal(client.connected, true);
});

test('of a welcome of another session only the limits are taken', async () => {
  const { platform, client, openStream, lose, reopen, resumed } = resumable();
  await openStream();
  lose();
  const limits = { maxTextChars: 1, maxBinaryBytes: 2, startTimeoutMs: 3 };
  reopen();
  platform.socket.welcomeWith('unused', { sessionId: 'unused', limits });
  resumed(1);

  assert.equal(client.welcome?.sessionId, 's');
  assert.deepEqual(client.welcome?.limits, limits);
});

test('a later welcome of the resumed session renews its token', async () => {
  const { platform, client, openStream, lose, reopen, resumed } = resumable();
  await openStream();
  lose();
  reopen();
  resumed(1);
  client.check();
  platform.socket.welcomeWith('t-3');
  lose();
  reopen();

  assert.equal(platform.socket.messages[1]?.resumeToken, 't-3');
});

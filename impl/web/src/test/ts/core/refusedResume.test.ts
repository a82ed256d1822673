import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frame, outcome, result, resumable, STOPPED } from './resumable';

const RESUME_LOST = { type: 'error', message: 'Start over.', code: 'RESUME_LOST', fatal: true };

test('a refused resume fails the stream, and a new session is begun at once', async () => {
  const { platform, clock, client, told, openStream, lose, reopen, marks } = resumable();
  const stream = await openStream();
  stream.send(frame(1));
  lose();
  reopen();
  platform.socket.receive(RESUME_LOST);
  lose(4410);
  assert.equal(await outcome(stream.finished), 'SESSION_LOST');
  assert.equal(stream.open, false);
  clock.advance(0);
  platform.socket.listener.onOpen();
  platform.socket.welcomeWith('t-9', { sessionId: 's-9' });

  assert.equal(client.state, 'READY');
  assert.equal(client.welcome?.sessionId, 's-9');
  assert.equal(client.retries, 1);
  assert.deepEqual(platform.socket.types, ['hello']);
  assert.deepEqual(marks(), []);
  assert.deepEqual(told, ['ready']);
});

test('results that the server has kept are delivered before that', async () => {
  const { platform, texts, openStream, lose, reopen } = resumable();
  const stream = await openStream();
  void stream.stop();
  lose();
  reopen();
  platform.socket.receive(result('42'));
  platform.socket.receive(STOPPED);
  platform.socket.receive(RESUME_LOST);
  lose(4410);

  assert.deepEqual(texts, ['42']);
  assert.equal((await stream.finished).text, '42');
});

test('a refusal counts, even if the network swallows the close', async () => {
  const { platform, openStream, lose, reopen } = resumable();
  const stream = await openStream();
  lose();
  reopen();
  platform.socket.receive(RESUME_LOST);
  lose(1006);

  assert.equal(await outcome(stream.finished), 'SESSION_LOST');
});

test('a refusal after many retries is a beginning, and not the end', async () => {
  const { platform, clock, client, finals, openStream, lose, reopen } = resumable();
  await openStream();
  for (let loss = 0; loss < 6; loss++) {
    lose();
    reopen();
  }
  lose(4410);
  clock.advance(0);

  assert.equal(client.state, 'CONNECTING');
  assert.equal(client.retries, 1);
  assert.deepEqual(finals, []);
  platform.socket.listener.onOpen();
  assert.deepEqual(platform.socket.types, ['hello']);
});

for (const [what, resumed] of [
  ['a count from the future', { sessionId: 's', resumeToken: 't-2', received: 4 }],
  ['a count from before the acknowledged', { sessionId: 's', resumeToken: 't-2', received: 1 }],
  ['a count that is none', { sessionId: 's', resumeToken: 't-2', received: 2.5 }],
  ['another session', { sessionId: 'unused', resumeToken: 't-2', received: 2 }],
] as const) {
  test(`resumed with ${what} is a lost session`, async () => {
    const { platform, client, openStream, lose, reopen } = resumable();
    const stream = await openStream();
    stream.send(frame(1));
    stream.send(frame(2));
    platform.socket.receive({ type: 'ack', received: 2 });
    lose();
    reopen();
    const { socket } = platform;
    socket.receive({ type: 'resumed', ...resumed });

    assert.equal(await outcome(stream.finished), 'SESSION_LOST');
    assert.equal(socket.closedWith, 1000);
    assert.equal(client.state, 'RECOVERING');
  });
}

test('a server that has become one without resume is a lost session', async () => {
  const { platform, clock, client, openStream, lose } = resumable();
  const stream = await openStream();
  lose();
  clock.advance(2_000);
  platform.socket.listener.onOpen();
  platform.socket.receive({ type: 'welcome', message: 'older', timestamp: 0 });
  assert.equal(await outcome(stream.finished), 'SESSION_LOST');
  clock.advance(0);
  platform.socket.listener.onOpen();
  platform.socket.receive({ type: 'welcome', message: 'older', timestamp: 0 });

  assert.equal(client.state, 'READY');
});

for (const [code, verdict] of [
  [1011, 'HANDLER_FAILED'],
  [4408, 'NO_START'],
] as const) {
  test(`an end with ${code} is the end of the session, and its cause is told`, async () => {
    const { client, openStream, lose } = resumable();
    const stream = await openStream();
    lose(code);

    assert.equal(await outcome(stream.finished), verdict);
    assert.equal(client.state, 'RECOVERING');
  });
}

test('a session that goes on elsewhere is final here', async () => {
  const { client, finals, openStream, lose } = resumable();
  const stream = await openStream();
  lose(4409);

  assert.equal(await outcome(stream.finished), 'SUPERSEDED');
  assert.equal(client.state, 'CLOSED');
  assert.equal(finals[0]?.verdict, 'SUPERSEDED');
});

test('a server that has not heard the client for long is resumed at', async () => {
  const { client, openStream, lose, timeline } = resumable();
  const stream = await openStream();
  lose(4480);

  assert.equal(stream.open, true);
  assert.equal(client.state, 'RECOVERING');
  assert.ok(timeline().includes('0 lost HALF_OPEN 4480'));
});

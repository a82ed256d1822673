import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frame, outcome, resumable } from './resumable';

/** A network on which no connection comes about. */
function refuseAll({ platform, clock }: ReturnType<typeof resumable>): void {
  platform.whenConnecting = (listener) => clock.schedule(() => listener.onClose(1006, ''), 0);
}

test('a stream is waited for beyond the retries, until the server has forgotten it', async () => {
  const made = resumable();
  const { platform, clock, client, finals, openStream, lose } = made;
  const stream = await openStream();
  const retries: Array<[number, number, boolean]> = [];
  client.on('retry', ({ number, inMs, resumes }) => retries.push([number, inMs, resumes]));
  refuseAll(made);
  lose();
  clock.advance(119_999);
  assert.equal(stream.open, true);
  assert.equal(finals.length, 0);
  clock.advance(1);

  assert.equal(await outcome(stream.finished), 'SESSION_LOST');
  assert.equal(finals[0]?.verdict, 'SESSION_LOST');
  assert.equal(client.state, 'CLOSED');
  assert.equal(clock.waiting, 0);
  assert.deepEqual(
    retries.map(([, inMs]) => inMs),
    [2_000, 2_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000, 20_000, 20_000, 6_000],
  );
  assert.ok(retries.every(([number, , resumes], index) => number === index + 1 && resumes));
  assert.equal(platform.sockets.length, 12);
});

test('the last connection within the window may yet be the one', async () => {
  const made = resumable();
  const { platform, clock, client, openStream, lose, resumed, marks } = made;
  const stream = await openStream();
  stream.send(frame(1));
  refuseAll(made);
  lose();
  clock.advance(119_000);
  platform.whenConnecting = () => undefined;
  clock.advance(1_000);
  platform.socket.listener.onOpen();
  platform.socket.welcomeWith('unused', { sessionId: 'unused' });
  resumed(1);

  assert.equal(client.state, 'READY');
  assert.deepEqual(marks(), [1]);
});

test('a window that ends before the retries is followed by a new session', async () => {
  const made = resumable();
  const { platform, clock, client, finals } = made;
  client.close();
  client.connect();
  platform.socket.listener.onOpen();
  platform.socket.welcomeWith('t-1', { resumeWindowMs: 1_000 });
  const stream = await made.openStream();
  refuseAll(made);
  made.lose();
  clock.advance(1_000);
  assert.equal(await outcome(stream.finished), 'SESSION_LOST');
  assert.equal(client.state, 'RECOVERING');
  platform.whenConnecting = () => undefined;
  clock.advance(2_000);
  platform.socket.openAndWelcome();

  assert.deepEqual(platform.socket.types, ['hello']);
  assert.equal(client.state, 'READY');
  assert.deepEqual(finals, []);
});

test('even a connection that held for a moment only begins it anew, as at the server', async () => {
  const { clock, client, finals, openStream, lose, reopen, resumed } = resumable();
  const stream = await openStream();
  for (let loss = 0; loss < 200; loss++) {
    lose();
    reopen();
    resumed(1, `t-${loss}`);
    clock.advance(1_000);
  }

  assert.equal(client.connected, true);
  assert.deepEqual(finals, []);
  assert.equal(stream.open, true);
});

test('a connection that has held for a while begins it anew', async () => {
  const made = resumable();
  const { clock, openStream, lose, reopen, resumed } = made;
  const stream = await openStream();
  lose();
  reopen();
  resumed(1);
  clock.advance(10_000);
  refuseAll(made);
  lose();
  clock.advance(115_000);

  assert.equal(stream.open, true);
});

test('with nothing at stake the retries are as many as ever', () => {
  const made = resumable();
  const { platform, clock, finals, lose } = made;
  refuseAll(made);
  lose();
  clock.advance(600_000);

  assert.equal(platform.sockets.length, 4);
  assert.equal(finals[0]?.verdict, 'CONNECT_FAILED');
});

test('an end that no retry cures is final, whatever is at stake', async () => {
  const { client, finals, openStream, lose, reopen } = resumable();
  const stream = await openStream();
  lose();
  reopen();
  lose(4401);

  assert.equal(await outcome(stream.finished), 'NOT_AUTHENTICATED');
  assert.equal(finals[0]?.verdict, 'NOT_AUTHENTICATED');
  assert.equal(client.state, 'CLOSED');
});

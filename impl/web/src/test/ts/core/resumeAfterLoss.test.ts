import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frame, outcome, result, resumable, STOPPED } from './resumable';

test('a stream outlives its connection, and the server gets exactly what it lacks', async () => {
  const { platform, client, told, states, openStream, lose, reopen, resumed, marks } = resumable();
  const stream = await openStream();
  [1, 2, 3].forEach((mark) => stream.send(frame(mark)));
  lose();
  assert.equal(client.state, 'RECOVERING');
  assert.equal(stream.open, true);
  assert.equal(stream.send(frame(4)), true);
  states.length = 0;
  reopen();
  assert.deepEqual(platform.socket.types, ['hello', 'resume']);
  assert.equal(client.state, 'WELCOMED');
  // start and the first two frames
  resumed(3);

  assert.deepEqual(states, ['CONNECTING', 'OPEN', 'HELLO_SENT', 'WELCOMED', 'READY']);
  assert.deepEqual(platform.socket.types.slice(2), ['ack', 'audio', 'audio']);
  assert.deepEqual(marks(), [3, 4]);
  assert.deepEqual(told, ['resumed 1']);
  stream.send(frame(5));
  assert.deepEqual(marks(), [3, 4, 5]);
});

test('the resume says which session, with what token, and how much has come', async () => {
  const { platform, openStream, lose, reopen } = resumable();
  await openStream();
  platform.socket.receive(result('4'));
  lose();
  reopen();

  assert.deepEqual(platform.socket.messages[1], {
    type: 'resume',
    sessionId: 's',
    resumeToken: 't-1',
    received: 2,
  });
});

test('and shows the token by which the client has its stream', async () => {
  const { platform, client, lose, reopen, resumed } = resumable();
  const shown = (): unknown => platform.socket.messages[1]?.token;
  const first = client.start({ token: 'ticket' });
  lose();
  reopen();
  assert.equal(shown(), 'ticket', 'the server may have opened it');
  resumed(1);
  platform.socket.receive({ type: 'ready', message: 'go' });
  const finished = (await first).stop();
  platform.socket.receive(STOPPED);
  await finished;
  void client.start({ token: 'another' });
  lose();
  reopen();

  assert.equal(shown(), 'ticket', 'the server may not have opened the second one');
});

test('a stop that was on its way is sent again, and its stream finishes', async () => {
  const { platform, openStream, lose, reopen, resumed } = resumable();
  const stream = await openStream();
  const finished = stream.stop();
  lose();
  assert.equal(await outcome(finished), 'pending');
  reopen();
  resumed(1);
  assert.deepEqual(platform.socket.types.slice(2), ['ack', 'stop']);
  platform.socket.receive(STOPPED);

  assert.equal((await finished).text, '42');
});

test('a stop while there is no connection waits for one', async () => {
  const { platform, openStream, lose, reopen, resumed } = resumable();
  const stream = await openStream();
  lose();
  const finished = stream.stop();
  assert.equal(stream.send(frame(1)), false);
  reopen();
  resumed(1);
  platform.socket.receive(STOPPED);

  assert.equal(platform.socket.types.at(-1), 'stop');
  assert.equal((await finished).text, '42');
});

test('a start whose answer was lost gets it on the new connection', async () => {
  const { platform, client, lose, reopen, resumed } = resumable();
  const starting = client.start();
  lose();
  reopen();
  resumed(1);
  platform.socket.receive({ type: 'ready', message: 'go' });

  assert.equal((await starting).open, true);
});

test('what the application does with its buffer afterwards does not change what is kept', async () => {
  const { openStream, lose, reopen, resumed, marks } = resumable();
  const stream = await openStream();
  const buffer = frame(7);
  stream.send(buffer);
  new Uint8Array(buffer).fill(8);
  lose();
  reopen();
  resumed(1);

  assert.deepEqual(marks(), [7]);
});

test('a session may go on more than once, each time with the newest token', async () => {
  const { platform, client, told, openStream, lose, reopen, resumed, marks } = resumable();
  const stream = await openStream();
  stream.send(frame(1));
  lose();
  reopen();
  resumed(2, 't-2');
  stream.send(frame(2));
  lose();
  reopen();
  assert.equal(platform.socket.messages[1]?.resumeToken, 't-2');
  resumed(2, 't-3');

  assert.deepEqual(marks(), [2]);
  assert.deepEqual(told, ['resumed 0', 'resumed 1']);
  assert.equal(client.welcome?.sessionId, 's');
});

test('with nothing at stake a lost connection is followed by a new session', () => {
  const { platform, told, lose, reopen } = resumable();
  lose();
  reopen();

  assert.deepEqual(platform.socket.types, ['hello']);
  assert.deepEqual(told, ['ready']);
});

test('an unacknowledged message is at stake, even when its stream has ended', async () => {
  const { platform, openStream, lose, reopen } = resumable();
  const stream = await openStream();
  void stream.stop();
  platform.socket.receive(STOPPED);
  platform.socket.receive({ type: 'ack', received: 1 });
  lose();
  reopen();

  assert.deepEqual(platform.socket.types, ['hello', 'resume']);
});

test('the timeline tells of it, in counts', async () => {
  const { platform, client, timeline, openStream, lose, reopen, resumed } = resumable();
  const stream = await openStream();
  stream.send(frame(1));
  platform.socket.receive(result('secret'));
  lose();
  reopen();
  resumed(1, 'secret');

  assert.deepEqual(timeline().slice(-8), [
    '0 lost CONNECTION_LOST 1006',
    '0 retry 1 2000',
    '2000 connecting 2',
    '2000 open',
    '2000 hello 1',
    '2000 resume 2',
    '2000 welcome 1',
    '2000 resumed 1',
  ]);
  assert.ok(!platform.lines.join().includes('secret'));
  assert.ok(!JSON.stringify(client.welcome).includes('t-1'));
});

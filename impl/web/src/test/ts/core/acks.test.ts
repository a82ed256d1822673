import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frame, result, resumable } from './resumable';

test('the 20th message that the server does not know of is acknowledged at once', () => {
  const { platform } = resumable();
  for (let i = 0; i < 19; i++) {
    platform.socket.receive(result(String(i)));
  }
  assert.deepEqual(platform.socket.types, ['hello']);
  platform.socket.receive(result('19'));

  assert.deepEqual(platform.socket.messages.slice(1), [{ type: 'ack', received: 20 }]);
});

test('fewer are acknowledged 1 s after the first of them, once', () => {
  const { platform, clock } = resumable();
  platform.socket.receive(result('1'));
  clock.advance(900);
  platform.socket.receive(result('2'));
  clock.advance(99);
  assert.deepEqual(platform.socket.types, ['hello']);
  clock.advance(1);
  clock.advance(3_000);

  assert.deepEqual(platform.socket.messages.slice(1), [{ type: 'ack', received: 2 }]);
});

test('a server that cannot resume gets no acks', () => {
  const { platform, clock, client, connected } = resumable();
  client.close();
  connected();
  for (let i = 0; i < 50; i++) {
    platform.socket.receive(result(String(i)));
  }
  clock.advance(60_000);

  assert.deepEqual(platform.socket.types, ['hello']);
});

test('an ack that waits when the connection is lost is not said on the next one', async () => {
  const { platform, clock, openStream, lose, reopen } = resumable();
  await openStream();
  lose();
  reopen();
  clock.advance(700);

  assert.deepEqual(platform.socket.types, ['hello', 'resume']);
});

for (const type of ['ack', 'heartbeat']) {
  for (const [what, received] of [
    ['more than was ever sent', 4],
    ['less than acknowledged before', 1],
    ['no whole number', 2.5],
    ['no number', '2'],
  ] as const) {
    test(`${type} with ${what} is left out, and told`, async () => {
      const { platform, client, problems, openStream, lose, reopen, resumed, marks } = resumable();
      const stream = await openStream();
      stream.send(frame(1));
      stream.send(frame(2));
      platform.socket.receive({ type: 'ack', received: 2 });
      platform.socket.receive({ type, received, timestamp: 0 });

      assert.deepEqual(
        problems.map(({ verdict }) => verdict),
        ['BAD_MESSAGE'],
      );
      assert.equal(client.state, 'READY');
      lose();
      reopen();
      resumed(2);
      assert.deepEqual(marks(), [2]);
    });
  }
}

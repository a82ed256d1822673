import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FrameSink } from '../../../main/ts/audio/source';
import { isLit, RUNGS } from '../../../main/ts/console/rungs';
import { type Phase, Talk } from '../../../main/ts/console/talk';
import { frame, resumable, settled, STOPPED } from '../core/resumable';

/** The talk of the page over a client that can resume. */
async function talking() {
  const made = resumable();
  const { platform, client } = made;
  const phases: Phase[] = [];
  const failures: unknown[] = [];
  const recorder: { give: FrameSink } = { give: () => undefined };
  const talk = new Talk({
    phase: (phase) => phases.push(phase),
    recorded: () => undefined,
    sent: () => undefined,
    failed: (error) => failures.push(error),
  });
  void talk.run(
    {},
    (fields) => client.start(fields),
    async (sink) => {
      recorder.give = sink;
      return { stop: () => undefined };
    },
  );
  await settled();
  platform.socket.receive({ type: 'ready', message: 'go' });
  await settled();
  return { ...made, talk, phases, failures, record: (mark: number) => recorder.give(frame(mark), 0) };
}

test('the button stays on through a loss, and what is said meanwhile arrives', async () => {
  const { platform, talk, phases, failures, record, lose, reopen, resumed, marks } = await talking();
  record(1);
  lose();
  record(2);
  await settled();
  assert.equal(phases.at(-1), 'talking');
  reopen();
  record(3);
  resumed(2);
  record(4);
  talk.end();
  platform.socket.receive(STOPPED);
  await settled();

  assert.deepEqual(marks(), [2, 3, 4]);
  assert.deepEqual(phases, ['opening', 'talking', 'stopping', 'idle']);
  assert.deepEqual(failures, []);
});

test('the button goes off when the session is lost, and the cause is told once', async () => {
  const { phases, failures, record, lose, reopen } = await talking();
  lose();
  reopen();
  lose(4410);
  record(1);
  record(2);
  await settled();

  assert.equal(phases.at(-1), 'idle');
  assert.deepEqual(
    failures.map((error) => (error as { verdict: string }).verdict),
    ['SESSION_LOST'],
  );
});

test('the lights go from RECOVERING up to READY again', async () => {
  const { client, lose, reopen, resumed } = await talking();
  const lights: string[] = [];
  client.on('state', ({ to }) => lights.push(RUNGS.filter((rung) => isLit(rung, to)).at(-1) ?? ''));
  lose();
  reopen();
  resumed(1);

  assert.deepEqual(lights, ['RECOVERING', 'CONNECTING', 'OPEN', 'HELLO_SENT', 'WELCOMED', 'READY']);
});

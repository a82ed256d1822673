import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VoiceStream } from '../../../main/ts/core/stream';
import { fixture } from './fixture';
import { outcome, settled } from './resumable';
import { ServerModel } from './serverModel';

const RUNS = 300;
const STEPS = 150;

/** Mulberry32: small, and the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Counts {
  readonly resumes: number;
  /** Messages that came on a connection that their receiver had given up. */
  readonly strays: { readonly up: number; readonly down: number };
}

/** Talks over a network that breaks at any moment, then over one that works, and counts. */
async function talk(seed: number): Promise<Counts> {
  const random = randomOf(seed);
  const { platform, clock, client, problems, finals } = fixture({ log: false });
  platform.random = random;
  const server = new ServerModel(platform);
  const texts: string[] = [];
  let resumes = 0;
  client.on('result', ({ text }) => texts.push(text));
  client.on('resumed', () => resumes++);
  const below = (limit: number): number => Math.floor(random() * limit);

  client.connect();
  clock.advance(1);
  server.up(9);
  server.down(9);
  const starting = client.start();
  let stream: VoiceStream | null = null;
  void starting.then((opened) => (stream = opened));
  const sent: number[] = [];
  const actions = [
    () => {
      const mark = sent.length;
      if (stream?.send(Uint16Array.of(mark).buffer) === true) {
        sent.push(mark);
      }
    },
    () => server.up(below(6)),
    () => server.down(below(6)),
    () => clock.advance(below(2_500)),
    () => server.acknowledge(),
    () => below(3) === 0 && server.cut(below(3) > 0, below(2) === 0),
    () => server.late(below(6)),
  ];
  for (let step = 0; step < STEPS; step++) {
    actions[below(actions.length)]?.();
    await Promise.resolve();
  }

  const calm = async (): Promise<void> => {
    server.late(below(2) * 99);
    for (let ms = 0; ms < 60_000; ms += 100) {
      server.up(99);
      server.down(99);
      clock.advance(100);
    }
    await settled();
  };
  await calm();
  assert.ok(stream !== null);
  const finished = (stream as VoiceStream).stop();
  await calm();
  const said = await outcome(finished);
  assert.deepEqual(server.heard, sent);
  assert.deepEqual(texts, server.said);
  assert.equal((said as { text: string }).text, sent.join());
  assert.deepEqual(problems.filter(({ verdict }) => verdict !== 'SERVER_SLOW'), []);
  assert.deepEqual(finals, []);
  client.close();
  server.late(99);
  assert.deepEqual(texts, server.said);
  assert.equal(clock.waiting, 0);
  return { resumes, strays: server.strays };
}

test('whatever is lost, late or there twice, both sides get all there is, once and in its order', async () => {
  const first = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));
  console.log(`SEED=${first} runs it again`);
  let resumes = 0;
  const strays = { up: 0, down: 0 };
  for (let run = 0; run < RUNS; run++) {
    try {
      const counts = await talk(first + run);
      resumes += counts.resumes;
      strays.up += counts.strays.up;
      strays.down += counts.strays.down;
    } catch (error) {
      throw new Error(`with SEED=${first + run}: ${String(error)}`, { cause: error });
    }
  }
  console.log(
    `${resumes} resumed sessions in ${RUNS} runs; on connections that were given up came`
      + ` ${strays.up} messages to the server and ${strays.down} to the client`,
  );
  assert.ok(resumes > RUNS / 2);
  assert.ok(strays.up > RUNS / 10);
  assert.ok(strays.down > RUNS / 2);
});

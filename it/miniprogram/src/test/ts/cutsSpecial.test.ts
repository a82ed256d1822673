import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Cut, NO_CUT, type Way } from './cutter';
import type { SampleServer } from './fixture';
import {
  dictate,
  keysOf,
  PAST_HEARTBEATS_MS,
  randomness,
  SEED,
  shortHeartbeats,
  through,
  type Trial,
  trial,
} from './cutsDictation';

const WAYS: readonly Way[] = ['up', 'down'];
const IN_A_ROW = 1_000;
const SHORT = 2;
/** Welcome, ready, two results a key, a final one, stopped. */
const LEAST_DOWN = 4 + 2 * SHORT;
/** Hello, start, stop, and audio in between. */
const LEAST_UP = 3 + 10 * SHORT;
/** Hello, resume, ack, and what is left; welcome, resumed, and what is left. */
const LEAST_IN_RESUME = 4;

let sample: SampleServer;

before(async () => {
  sample = await shortHeartbeats();
});

after(() => sample.stop());

const dictation = (...plan: Cut[]): Promise<Trial> => trial(sample.origin, SHORT, ...plan);

/**
 * Cuts behind the first message of the connection that follows some cuts, in another dictation
 * behind the second, and so on, until there is none.
 *
 * @return how many there were
 */
async function boundaries(way: Way, ...cutBefore: Cut[]): Promise<number> {
  for (let frame = 1; ; frame++) {
    const { cuts, how } = await dictation(...cutBefore, { way, frame, end: 'kill' });
    if (cuts <= cutBefore.length) {
      assert.equal(cuts, cutBefore.length, how);
      return frame - 1;
    }
  }
}

/** Each in a dictation of its own, all at a time; every one goes on after its cut. */
async function resumed(...each: Cut[]): Promise<Trial[]> {
  const trials = await Promise.all(each.map((cut) => dictation(cut)));
  for (const { cuts, resumes, how, timeline } of trials) {
    assert.equal(cuts, 1, how);
    assert.ok(resumes > 0, `${how}: ${timeline}`);
  }
  return trials;
}

// At a time, because most of them wait for heartbeats.
describe('cuts of a kind', { concurrency: true }, () => {
  test('cut before any message', async () => {
    const places = [{ bytes: 0 }, { bytes: 1 }, { bytes: 50 }, { frame: 0 }];
    const each = WAYS.flatMap((way) =>
      places.map((where): Cut => ({ way, ...where, end: 'kill' })),
    );
    for (const { cuts, how } of await Promise.all(each.map((cut) => dictation(cut)))) {
      assert.equal(cuts, 1, how);
    }
  });

  test('cut behind every message of a dictation', async (t) => {
    const up = await boundaries('up');
    const down = await boundaries('down');
    t.diagnostic(`cut behind each of ${up} messages up and ${down} down, seed ${SEED}`);
    assert.ok(up >= LEAST_UP, `only ${up}`);
    assert.ok(down >= LEAST_DOWN, `only ${down}`);
  });

  test('cut behind every message of a resumed connection', async (t) => {
    const cutBefore: Cut = { way: 'up', frame: 8, end: 'kill' };
    const up = await boundaries('up', cutBefore);
    const down = await boundaries('down', cutBefore);
    t.diagnostic(`cut behind each of ${up} messages up and ${down} down, seed ${SEED}`);
    assert.ok(up >= LEAST_IN_RESUME, `only ${up}`);
    assert.ok(down >= LEAST_IN_RESUME, `only ${down}`);
  });

  test(`${IN_A_ROW} cuts of one session`, async (t) => {
    const plan = (connection: number, cuts: number): Cut =>
      cuts < IN_A_ROW ? { way: 'up', frame: 1 + (connection % 6), end: 'kill' } : NO_CUT;
    await through(sample.origin, plan, async (cutter) => {
      const keys = keysOf(randomness(SEED), IN_A_ROW / 4);
      const { resumes } = await dictate(cutter, keys, `seed ${SEED}`);
      t.diagnostic(`${cutter.cuts} cuts, ${resumes} resumes, ${keys.length} keys, seed ${SEED}`);
      assert.equal(cutter.cuts, IN_A_ROW);
    });
  });

  test("the old server's socket is left alive", async () => {
    await resumed(
      { way: 'up', frame: 10, end: 'leave-server' },
      { way: 'down', frame: 4, end: 'leave-server' },
    );
  });

  test("the old client's socket is left alive, which its heartbeat finds out", async () => {
    const trials = await resumed(
      { way: 'up', frame: 10, end: 'leave-client' },
      { way: 'down', frame: 4, end: 'leave-client' },
    );
    trials.forEach(({ timeline }) => assert.match(timeline, /HALF_OPEN/));
  });

  test('one direction is lost', async () => {
    await resumed(
      { way: 'up', frame: 10, end: 'halve' },
      { way: 'down', frame: 4, end: 'halve' },
    );
  });

  test('the last messages come late', async () => {
    await resumed(
      { way: 'up', frame: 10, end: 'late', pauseMs: 1 },
      { way: 'up', frame: 10, end: 'late', pauseMs: 20 },
      { way: 'up', frame: 10, end: 'late', pauseMs: 1_000 },
      { way: 'down', frame: 4, end: 'late', pauseMs: 1_000 },
    );
  });

  test('frozen for longer than heartbeats', async () => {
    await resumed(
      { way: 'up', frame: 10, end: 'freeze', pauseMs: PAST_HEARTBEATS_MS },
      { way: 'down', frame: 4, end: 'freeze', pauseMs: PAST_HEARTBEATS_MS },
      { way: 'up', frame: 10, end: 'thaw', pauseMs: PAST_HEARTBEATS_MS },
      { way: 'down', frame: 4, end: 'thaw', pauseMs: PAST_HEARTBEATS_MS },
    );
  });
});

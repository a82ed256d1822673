import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Cut, End } from './cutter';
import type { SampleServer } from './fixture';
import {
  dictate,
  keysOf,
  PAST_HEARTBEATS_MS,
  randomness,
  SEED,
  shortHeartbeats,
  through,
} from './cutsDictation';

const CUTS = Number(process.env.IT_CUTS ?? 3_000);
const AT_A_TIME = 24;
const LENGTH = 40;
const MEAN_BYTES = 8_000;
const SHORT_FREEZE_MS = 100;
/** A client comes back after 10 to 20 ms: before what is late, at the same time, or after it. */
const MOST_LATE_MS = 60;
/** Around the moment when a client gives up. */
const FIRST_THAW_MS = 6_500;

let sample: SampleServer;

before(async () => {
  sample = await shortHeartbeats();
});

after(() => sample.stop());

/** Of a hundred, four are ends that cost seconds: they are noticed by heartbeats only. */
function endOf(dice: number, random: number): { readonly end: End; readonly pauseMs?: number } {
  if (dice < 60) {
    return { end: 'kill' };
  }
  if (dice < 70) {
    return { end: 'leave-server' };
  }
  if (dice < 80) {
    return { end: 'freeze', pauseMs: SHORT_FREEZE_MS };
  }
  if (dice < 96) {
    return { end: 'late', pauseMs: MOST_LATE_MS * random };
  }
  if (dice < 97) {
    return { end: 'leave-client' };
  }
  if (dice < 98) {
    return { end: 'freeze', pauseMs: PAST_HEARTBEATS_MS };
  }
  return dice < 99
    ? { end: 'thaw', pauseMs: FIRST_THAW_MS + (PAST_HEARTBEATS_MS - FIRST_THAW_MS) * random }
    : { end: 'halve' };
}

function anywhere(connection: number): Cut {
  const random = randomness(SEED + connection);
  random();
  return {
    way: random() < 0.67 ? 'up' : 'down',
    bytes: Math.floor(-MEAN_BYTES * Math.log(1 - random())),
    ...endOf(Math.floor(100 * random()), random()),
    ...(random() < 0.1 ? { delayMs: 1 + Math.floor(5 * random()) } : {}),
  };
}

test(`${CUTS} cuts anywhere lose no key`, async (t) => {
  const random = randomness(SEED);
  const begun = Date.now();
  let sessions = 0;
  let resumes = 0;
  await through(sample.origin, anywhere, async (cutter) => {
    const speaker = async (): Promise<void> => {
      while (cutter.cuts < CUTS) {
        const outcome = await dictate(cutter, keysOf(random, LENGTH), `seed ${SEED}`);
        resumes += outcome.resumes;
        sessions++;
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, speaker));
    t.diagnostic(
      `${cutter.cuts} cuts ${JSON.stringify(cutter.cutsByEnd)} of ${cutter.connections}`
        + ` connections, ${resumes} resumes, ${sessions} sessions of ${LENGTH} keys in`
        + ` ${Math.round((Date.now() - begun) / 1_000)} s, seed ${SEED}: nothing lost`,
    );
    assert.ok(cutter.cuts >= CUTS);
  });
});

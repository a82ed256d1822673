import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { toneFrames } from '../../../../../impl/web/src/main/ts/audio/tones';
import { type Cut, Cutter } from './cutter';
import { CHANNEL, client, phone, SampleServer } from './fixture';

const CUTS = Number(process.env.IT_CUTS ?? 2_000);
const SEED = Number(process.env.IT_SEED ?? Date.now() % 1_000_000);
/** WeChat allows five sockets. */
const AT_A_TIME = 4;
const KEYS = '0123456789*#ABCD';
const LENGTH = 40;
const MEAN_BYTES = 8_000;

let sample: SampleServer;

before(async () => {
  sample = await SampleServer.start();
});

after(() => sample.stop());

/** The same numbers for the same seed (mulberry32). */
function randomness(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function anywhere(connection: number): Cut {
  const random = randomness(SEED + connection);
  random();
  return {
    direction: random() < 0.67 ? 'up' : 'down',
    bytes: Math.floor(-MEAN_BYTES * Math.log(1 - random())),
    leaveServer: random() < 0.1,
  };
}

async function dictate(keys: string): Promise<{ text: string; finals: string; told: string }> {
  const voice = client().createVoiceClient({
    url: CHANNEL,
    log: false,
    showFinal: false,
    maxRetries: 10_000,
    retryDelayMs: 10,
    maxRetryDelayMs: 20,
    silenceMs: 3_000,
    welcomeTimeoutMs: 3_000,
  });
  let finals = '';
  voice.on('result', ({ text, isFinal }) => {
    finals += isFinal ? text : '';
  });
  voice.connect();
  const stream = await starting(voice);
  for (const frame of toneFrames(keys)) {
    assert.equal(stream.send(frame), true);
  }
  const { text } = await stream.stop();
  voice.close();
  return { text, finals, told: JSON.stringify(voice.timeline.entries) };
}

type Voice = ReturnType<ReturnType<typeof client>['createVoiceClient']>;

/** Begins anew when the connection is lost between READY and the start. */
async function starting(voice: Voice): ReturnType<Voice['start']> {
  while (!voice.connected) {
    await new Promise<void>((resolve) => {
      const remove = voice.on('state', ({ to }) => {
        if (to === 'READY') {
          remove();
          resolve();
        }
      });
    });
  }
  return voice.start({ engineType: 'tones' });
}

test(`${CUTS} cuts anywhere lose no key`, async (t) => {
  const cutter = await Cutter.to(sample.origin, anywhere);
  phone(cutter.origin);
  const random = randomness(SEED);
  let sessions = 0;
  const speaker = async (): Promise<void> => {
    while (cutter.cuts < CUTS) {
      const keys = Array.from({ length: LENGTH }, () => KEYS[Math.floor(random() * KEYS.length)])
        .join('');
      const { text, finals, told } = await dictate(keys);
      assert.equal(text, keys, `seed ${SEED}: ${told}`);
      assert.equal(finals, keys, `seed ${SEED}: ${told}`);
      sessions++;
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_A_TIME }, speaker));
  } finally {
    cutter.stop();
  }
  t.diagnostic(`${cutter.cuts} cuts of ${cutter.connections} connections, ${sessions} sessions of`
    + ` ${LENGTH} keys, seed ${SEED}: nothing lost`);
});

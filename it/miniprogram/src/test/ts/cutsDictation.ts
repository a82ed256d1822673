import assert from 'node:assert/strict';
import { toneFrames } from '../../../../../impl/web/src/main/ts/audio/tones';
import { type Cut, Cutter, NO_CUT, type Plan } from './cutter';
import { CHANNEL, clientOn, DOMAIN, SampleServer } from './fixture';
import { WxStandIn } from './wxStandIn';

export const SEED = Number(process.env.IT_SEED ?? Date.now() % 1_000_000);

/**
 * Longer than a client waits with {@link shortHeartbeats}: 1 s until it asks, 6 s for the answer.
 */
export const PAST_HEARTBEATS_MS = 8_000;

const KEYS = '0123456789*#ABCD';

/** The sample with heartbeats that a test can wait for. */
export function shortHeartbeats(): Promise<SampleServer> {
  return SampleServer.start({
    REALTIME_VOICE_HEARTBEAT: 'PT1S',
    REALTIME_VOICE_HEARTBEAT_ANSWER: 'PT1S',
  });
}

/** The same numbers for the same seed (mulberry32). */
export function randomness(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function keysOf(random: () => number, length: number): string {
  return Array.from({ length }, () => KEYS[Math.floor(random() * KEYS.length)]).join('');
}

/** What became of a dictation. */
export interface Outcome {
  /** How often the session went on on another connection. */
  readonly resumes: number;
  readonly timeline: string;
}

/** Dictates from a phone of its own, and looks whether every key arrives, in order, once. */
export async function dictate(cutter: Cutter, keys: string, how: string): Promise<Outcome> {
  const voice = clientOn(new WxStandIn({ [DOMAIN]: cutter.origin })).createVoiceClient({
    url: CHANNEL,
    log: false,
    showFinal: false,
    maxRetries: 10_000,
    retryDelayMs: 10,
    maxRetryDelayMs: 20,
    // What is cut within the HTTP handshake is noticed by these only.
    silenceMs: 3_000,
    welcomeTimeoutMs: 3_000,
    keepAudioMs: 600_000,
  });
  let finals = '';
  let resumes = 0;
  voice.on('result', ({ text, isFinal }) => {
    finals += isFinal ? text : '';
  });
  voice.on('resumed', () => resumes++);
  voice.connect();
  const stream = await starting(voice);
  for (const frame of toneFrames(keys)) {
    assert.equal(stream.send(frame), true);
  }
  const { text } = await stream.stop();
  voice.close();
  const timeline = JSON.stringify(voice.timeline.entries);
  assert.equal(text, keys, `${how}: ${timeline}`);
  assert.equal(finals, keys, `${how}: ${timeline}`);
  return { resumes, timeline };
}

type Voice = ReturnType<ReturnType<typeof clientOn>['createVoiceClient']>;

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

/**
 * What became of a short dictation whose connections are cut. On a busy machine one may end by
 * itself, for the heartbeats are short; the next one is cut in its place.
 */
export interface Trial extends Outcome {
  readonly how: string;
  readonly cuts: number;
}

export async function trial(origin: string, keys: number, ...plan: Cut[]): Promise<Trial> {
  const how = `${JSON.stringify(plan)}, seed ${SEED}`;
  return through(origin, (_connection, cuts) => plan[cuts] ?? NO_CUT, async (cutter) => {
    const outcome = await dictate(cutter, keysOf(randomness(SEED), keys), how);
    return { how, cuts: cutter.cuts, ...outcome };
  });
}

/** Does something through a network that is there for so long. */
export async function through<T>(
  origin: string,
  plan: Plan,
  task: (cutter: Cutter) => Promise<T>,
): Promise<T> {
  const cutter = await Cutter.to(origin, plan);
  try {
    return await task(cutter);
  } finally {
    cutter.stop();
  }
}

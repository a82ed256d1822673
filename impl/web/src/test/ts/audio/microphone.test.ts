import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { openMicrophone } from '../../../main/ts/audio/microphone';
import { openPlayback } from '../../../main/ts/audio/playback';
import type { VerdictId } from '../../../main/ts/core/types';

/** A page of which only the asked for is there. */
function page(t: TestContext, getUserMedia?: () => Promise<unknown>): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  const mediaDevices = getUserMedia && { getUserMedia };
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { mediaDevices } });
  t.after(() => {
    Reflect.deleteProperty(globalThis, 'navigator');
    if (before !== undefined) {
      Object.defineProperty(globalThis, 'navigator', before);
    }
  });
}

function microphone(): { stop: () => void; stopped: boolean; getTracks: () => unknown[] } {
  const stream = {
    stopped: false,
    stop: () => void (stream.stopped = true),
    getTracks: () => [stream],
  };
  return stream;
}

function context(addModule?: () => Promise<void>): AudioContext {
  const audioWorklet = addModule && { addModule };
  const createMediaStreamSource = (): never => {
    throw new DOMException('different sample rates', 'NotSupportedError');
  };
  return { state: 'running', audioWorklet, createMediaStreamSource } as unknown as AudioContext;
}

const open = (audio: AudioContext): Promise<unknown> =>
  openMicrophone(audio, () => undefined, { language: 'en' });

for (const [name, verdict] of [
  ['NotAllowedError', 'MICROPHONE_REFUSED'],
  ['SecurityError', 'MICROPHONE_REFUSED'],
  ['NotFoundError', 'MICROPHONE_ABSENT'],
  ['OverconstrainedError', 'MICROPHONE_ABSENT'],
  ['NotReadableError', 'MICROPHONE_FAILED'],
  ['AbortError', 'MICROPHONE_FAILED'],
] satisfies Array<[string, VerdictId]>) {
  test(`${name} is ${verdict}`, async (t) => {
    page(t, () => Promise.reject(new DOMException('', name)));

    await assert.rejects(open(context()), { name: 'VoiceError', verdict, detail: name });
  });
}

test('a page that is not secure has no microphone and no worklet', async (t) => {
  page(t);

  await assert.rejects(open(context()), { name: 'VoiceError', verdict: 'INSECURE_PAGE' });
  await assert.rejects(
    openPlayback(context(), () => undefined),
    { name: 'VoiceError', verdict: 'INSECURE_PAGE' },
  );
});

test('a microphone that cannot be recorded is let go', async (t) => {
  const stream = microphone();
  page(t, () => Promise.resolve(stream));

  await assert.rejects(open(context(() => Promise.resolve())), {
    name: 'VoiceError',
    verdict: 'MICROPHONE_FAILED',
  });
  assert.equal(stream.stopped, true);
});

test('a worklet that could not be loaded is loaded again the next time', async () => {
  let loads = 0;
  const audio = context(() => Promise.reject(new DOMException(`load ${++loads}`, 'AbortError')));

  for (const load of [1, 2]) {
    await assert.rejects(
      openPlayback(audio, () => undefined),
      { name: 'VoiceError', verdict: 'UNKNOWN', detail: `AbortError: load ${load}` },
    );
  }
});

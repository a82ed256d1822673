import type { VoiceStream } from '../../../main/ts/core/stream';
import type { ClientOptions } from '../../../main/ts/core/types';
import { fixture } from './fixture';

export const FRAME_BYTES = 640;

export const STOPPED = { type: 'stopped', message: 'end', logId: 'c', text: '42', audioSize: 640 };

/** A frame of 20 ms that can be told from others. */
export function frame(mark: number, bytes = FRAME_BYTES): ArrayBuffer {
  return new Uint8Array(bytes).fill(mark).buffer;
}

export function result(text: string): Record<string, unknown> {
  return { type: 'result', voiceId: 'v', text, isFinal: true, wordList: [] };
}

/** A client that is READY at a server that can resume. */
export function resumable(options: Partial<ClientOptions> = {}) {
  const made = fixture(options);
  const { platform, clock, client } = made;
  client.connect();
  platform.socket.listener.onOpen();
  platform.socket.welcomeWith('t-1');
  const told: string[] = [];
  client.on('ready', () => told.push('ready'));
  client.on('resumed', ({ replayed }) => told.push(`resumed ${replayed}`));
  const texts: string[] = [];
  client.on('result', ({ text }) => texts.push(text));
  return {
    ...made,
    /** The events of READY since the first one. */
    told,
    /** The texts of all results. */
    texts,
    openStream: async (): Promise<VoiceStream> => {
      const starting = client.start();
      platform.socket.receive({ type: 'ready', message: 'go' });
      return starting;
    },
    lose: (code = 1006): void => platform.socket.listener.onClose(code, ''),
    /**
     * The next connection is open, and its server has a welcome for a session that is not used.
     * Without effect if none comes.
     */
    reopen: (): void => {
      const before = platform.sockets.length;
      for (let ms = 0; platform.sockets.length === before; ms += 500) {
        if (ms > 30_000) {
          return;
        }
        clock.advance(500);
      }
      platform.socket.listener.onOpen();
      platform.socket.welcomeWith('unused', { sessionId: 'unused' });
    },
    resumed: (received: number, resumeToken = 't-2'): void =>
      platform.socket.receive({ type: 'resumed', sessionId: 's', resumeToken, received }),
    /** What the audio that the latest socket was given is marked with. */
    marks: (): number[] =>
      platform.socket.sent
        .filter((data): data is ArrayBuffer => data instanceof ArrayBuffer)
        .map((data) => new Uint8Array(data)[0] ?? -1),
  };
}

/** Lets all that has been settled take effect. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** How a promise has ended: its value, or the verdict it was rejected with. */
export async function outcome(promise: Promise<unknown>): Promise<unknown> {
  const pending = {};
  const first = await Promise.race([
    promise.catch((error: { verdict: string }) => error.verdict),
    settled().then(() => pending),
  ]);
  return first === pending ? 'pending' : first;
}

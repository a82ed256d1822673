import { VoiceClient } from '../../core/client';
import type { Language, Platform, VoiceProblem } from '../../core/types';

/** How far one connection got; times in milliseconds since the connect, null for what was not. */
export interface Contact {
  readonly openAt: number | null;
  readonly welcomedAt: number | null;
  readonly readyAt: number | null;
  /** When it was known. */
  readonly endedAt: number;
  /** Whether it was open, and what had to come did not. */
  readonly silent: boolean;
  /** Null if it got READY. */
  readonly problem: VoiceProblem | null;
}

/** A connection that is there until it is closed. */
export interface Held extends Contact {
  close(): void;
}

/** Connects once, as the client does, until it is READY or known not to get there. */
export function contact(
  platform: Platform,
  url: string,
  language: Language,
  nonce: string,
): Promise<Held> {
  // Who looks into it here asks for itself what a client would.
  const known: Platform = Object.create(platform, {
    nonce: { value: () => nonce },
    httpGet: { value: undefined },
    httpPost: { value: undefined },
  });
  const client = new VoiceClient(known, {
    url,
    language,
    maxRetries: 0,
    showFinal: false,
    log: false,
  });
  const from = platform.clock.now();
  const since = (): number => Math.round(platform.clock.now() - from);
  const times = new Map<string, number>();
  return new Promise((resolve) => {
    const end = (problem: VoiceProblem | null, silent: boolean): void =>
      resolve({
        openAt: times.get('OPEN') ?? null,
        welcomedAt: times.get('WELCOMED') ?? null,
        readyAt: times.get('READY') ?? null,
        endedAt: since(),
        silent,
        problem,
        close: () => client.close(),
      });
    client.on('state', ({ to }) => times.set(to, since()));
    client.on('ready', () => end(null, false));
    client.on('silent', (problem) => end(problem, true));
    client.on('final', (problem) => end(problem, false));
    client.connect();
  });
}

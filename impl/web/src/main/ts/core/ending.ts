import { CLOSE_CODES } from 'generated/protocol';
import type { VerdictId } from './types';

/** How a connection ended. */
export interface Ending {
  readonly verdict: VerdictId;
  /** The close code, where there was one. */
  readonly code?: number;
  readonly detail: string;
  /** Whether a new connection may do better. */
  readonly retryable: boolean;
  /** Whether the session may go on there. */
  readonly resumable: boolean;
  /** How long the server wants to be left alone. */
  readonly retryAfterMs: number;
}

const VERDICT_OF_CODE: Readonly<Record<number, VerdictId>> = {
  1001: 'SERVER_RESTARTED',
  1008: 'FORBIDDEN_ORIGIN',
  1009: 'TOO_BIG',
  1011: 'HANDLER_FAILED',
  1012: 'SERVER_RESTARTED',
  1013: 'OVERLOADED',
  4401: 'NOT_AUTHENTICATED',
  4406: 'VERSION_MISMATCH',
  4409: 'SUPERSEDED',
  4410: 'SESSION_LOST',
  4429: 'TOO_FAST',
  4480: 'HALF_OPEN',
  4481: 'TOO_SLOW_READER',
  4503: 'SERVER_RESTARTED',
};

const HOPELESS: readonly VerdictId[] = [
  'BAD_URL',
  'NOT_WSS',
  'DOMAIN_NOT_ALLOWED',
  'NOT_OUR_PROTOCOL',
  'VERSION_MISMATCH',
  'NOT_AUTHENTICATED',
];

/** With these it is the session that has come to its end, and not only a connection. */
const SESSION_OVER: readonly VerdictId[] = ['SESSION_LOST', 'UPLINK_TOO_SLOW'];

/** An end that the client itself, or the platform, has found. */
export function endedBy(verdict: VerdictId, detail: string): Ending {
  const retryable = !HOPELESS.includes(verdict);
  const resumable = retryable && !SESSION_OVER.includes(verdict);
  return { verdict, detail, retryable, resumable, retryAfterMs: 0 };
}

/** How far a connection had got. */
export type Progress = 'none' | 'open' | 'ready';

const NORMAL = 1000;

/** The end of a socket. */
export function endedWith(code: number, reason: string, progress: Progress): Ending {
  const known = CLOSE_CODES[code];
  if (known === undefined) {
    const verdict = progress === 'none' ? 'CONNECT_FAILED' : 'CONNECTION_LOST';
    return { ...endedBy(verdict, reason), code };
  }
  if (code === NORMAL && progress !== 'ready') {
    // Nothing can have been said yet, so it is not the end of anything.
    return { ...endedBy('CLOSED_BY_SERVER', reason), code };
  }
  return {
    verdict: VERDICT_OF_CODE[code] ?? 'CLOSED_BY_SERVER',
    code,
    detail: reason,
    retryable: known.retryable,
    resumable: known.resumable,
    retryAfterMs: known.retryAfterMs,
  };
}

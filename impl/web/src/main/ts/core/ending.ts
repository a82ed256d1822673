import { CLOSE_CODES } from 'generated/protocol';
import { finding } from './judging';
import type { Finding, VerdictId } from './types';

/** How a connection ended. */
export interface Ending extends Finding {
  /** The close code, where there was one. */
  readonly code?: number;
  readonly detail: string;
  /** Whether a new connection may do better. */
  readonly retryable: boolean;
  /** Whether the session may go on there. */
  readonly resumable: boolean;
  /** How long the server wants to be left alone. */
  readonly retryAfterMs: number;
  /** For how long nothing had been sent or heard. */
  readonly silentMs: number;
}

const VERDICT_OF_CODE: Readonly<Record<number, VerdictId>> = {
  1001: 'SERVER_RESTARTED',
  1009: 'TOO_BIG',
  1012: 'SERVER_RESTARTED',
  1013: 'OVERLOADED',
  4401: 'NOT_AUTHENTICATED',
  4406: 'VERSION_MISMATCH',
  4408: 'NO_START',
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

/** Whoever closes after so much silence does so for the silence. */
const IDLE_MS = 2_500;

/** An end that the client itself, or the platform, has found. */
export function endedBy(verdict: VerdictId, detail: string): Ending {
  const sure = verdict === 'CONNECT_FAILED' || verdict === 'UNKNOWN' ? 'LOW' : 'HIGH';
  return endedFor(finding(verdict, sure, ...(detail === '' ? [] : [detail])), detail);
}

/** An end whose cause is known. */
export function endedFor(cause: Finding, detail = cause.evidence.join('; ')): Ending {
  const retryable = !HOPELESS.includes(cause.verdict);
  const resumable = retryable && !SESSION_OVER.includes(cause.verdict);
  return { ...cause, detail, retryable, resumable, retryAfterMs: 0, silentMs: 0 };
}

/** The same end, of which more is known. */
export function explainedBy(ending: Ending, { verdict, confidence, evidence }: Finding): Ending {
  return { ...ending, verdict, confidence, evidence };
}

/** How far a connection had got. */
export type Progress = 'none' | 'open' | 'ready';

const NORMAL = 1000;
const POLICY = 1008;
const INTERNAL_ERROR = 1011;

/** What else is known when a socket ends. */
export interface Scene {
  /** For how long nothing had been sent or heard. */
  readonly silentMs: number;
  /** Whether the user did not see the application. */
  readonly hidden: boolean;
  /** Whether the client names an origin, as pages do: without one none can be foreign. */
  readonly hasOrigin: boolean;
}

const NOTHING_ELSE: Scene = { silentMs: 0, hidden: false, hasOrigin: true };

/** The end of a socket. */
export function endedWith(
  code: number,
  reason: string,
  progress: Progress,
  scene: Scene = NOTHING_ELSE,
): Ending {
  const known = CLOSE_CODES[code];
  const { silentMs } = scene;
  const fact = `close code ${code}`;
  if (known === undefined) {
    const cause =
      progress === 'none' ? finding('CONNECT_FAILED', 'LOW', fact) : lossOf(fact, scene);
    return { ...endedFor(cause, reason), code, silentMs };
  }
  if (code === NORMAL && progress !== 'ready') {
    // Nothing can have been said yet, so it is not the end of anything.
    return { ...endedFor(finding('CLOSED_BY_SERVER', 'HIGH', fact), reason), code, silentMs };
  }
  return {
    ...causeOf(code, fact, scene),
    code,
    detail: reason,
    retryable: known.retryable,
    resumable: known.resumable,
    retryAfterMs: known.retryAfterMs,
    silentMs,
  };
}

/** Some codes have several causes. */
function causeOf(code: number, fact: string, { hasOrigin }: Scene): Finding {
  switch (code) {
    case POLICY:
      return hasOrigin
        ? finding('FORBIDDEN_ORIGIN', 'MEDIUM', fact, 'an origin was sent')
        : finding('FORBIDDEN', 'HIGH', fact, 'no origin was sent');
    case INTERNAL_ERROR:
      return finding('HANDLER_FAILED', 'MEDIUM', fact);
    default:
      return finding(VERDICT_OF_CODE[code] ?? 'CLOSED_BY_SERVER', 'HIGH', fact);
  }
}

function lossOf(fact: string, { silentMs, hidden }: Scene): Finding {
  if (hidden) {
    return finding('APP_IN_BACKGROUND', 'MEDIUM', fact, 'hidden');
  }
  return silentMs >= IDLE_MS
    ? finding('IDLE_CUT', 'MEDIUM', fact, cutAfter(silentMs))
    : finding('CONNECTION_LOST', 'MEDIUM', fact);
}

/** The evidence of a cut. */
export function cutAfter(silentMs: number): string {
  return `cut after ${Math.round(silentMs)} ms of silence`;
}

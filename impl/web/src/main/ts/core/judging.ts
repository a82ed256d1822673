import { type Reach, reachOf, type ServerRecord } from './reach';
import type { Confidence, Finding, HttpAnswer, VerdictId } from './types';

const SLOW_MS = 2_000;

const VERDICT_OF_STATUS: Readonly<Record<number, VerdictId>> = {
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  407: 'UNAUTHORIZED',
  410: 'NOT_FOUND',
  502: 'BAD_GATEWAY',
  503: 'BAD_GATEWAY',
  504: 'BAD_GATEWAY',
};

export function finding(
  verdict: VerdictId,
  confidence: Confidence,
  ...evidence: readonly string[]
): Finding {
  return { verdict, confidence, evidence };
}

/**
 * What it means that no socket opens.
 *
 * A browser does not say why, on purpose; what plain HTTP meets on the same way says more.
 *
 * @param sameOrigin whether no page's origin can be the cause
 */
export function unopened(ping: HttpAnswer | null, sameOrigin: boolean): Finding {
  const fact = 'the socket does not open';
  if (ping === null) {
    return finding('CONNECT_FAILED', 'MEDIUM', fact, 'no answer over HTTP either');
  }
  if (reachOf(ping) === 'application') {
    const confidence = sameOrigin ? 'HIGH' : 'MEDIUM';
    return finding('UPGRADE_STRIPPED', confidence, fact, 'plain HTTP reaches the application');
  }
  if (ping.redirected) {
    return finding('REDIRECTED', 'MEDIUM', fact, 'plain HTTP is redirected');
  }
  const verdict = VERDICT_OF_STATUS[ping.status];
  const seen = ping.status === 0 ? 'but may not be read' : `HTTP ${ping.status}`;
  return verdict === undefined
    ? finding('CONNECT_FAILED', 'LOW', fact, `plain HTTP is answered: ${seen}`)
    : finding(verdict, 'MEDIUM', fact, seen);
}

/**
 * What it means that an open connection does not get READY.
 *
 * @param welcomed whether any welcome has come
 * @param afterMs since the open
 * @param reach how far plain HTTP gets; null if that is not known
 * @param record null if the server does not tell
 */
export function silence(
  welcomed: boolean,
  afterMs: number,
  reach: Reach | null,
  record: ServerRecord | null,
): Finding {
  const fact = `${welcomed ? 'a welcome, but none for our hello' : 'no message'} in ${Math.round(afterMs)} ms`;
  if (record !== null) {
    return noted(welcomed, fact, record);
  }
  const verdict = welcomed ? 'HELLO_LOST_UPSTREAM' : 'SERVER_SILENT';
  switch (reach) {
    case 'application':
      return finding(verdict, 'MEDIUM', fact, 'HTTP reaches the application');
    case 'nothing':
      return finding(verdict, welcomed ? 'MEDIUM' : 'HIGH', fact, 'no answer over HTTP either');
    default:
      return finding(verdict, 'MEDIUM', fact);
  }
}

function noted(welcomed: boolean, fact: string, record: ServerRecord): Finding {
  if (!record.helloSeen) {
    const unseen = 'the server has not seen the hello';
    return welcomed
      ? finding('HELLO_LOST_UPSTREAM', 'HIGH', fact, unseen)
      : finding('SERVER_SILENT', 'MEDIUM', fact, unseen);
  }
  if (!record.welcomeSent) {
    const unsent = 'the server has seen the hello, and has not sent the welcome';
    return finding('SERVER_SILENT', 'HIGH', fact, unsent);
  }
  const sent = 'the server has seen the hello, and sent the welcome';
  return finding('WELCOME_LOST_DOWNSTREAM', welcomed ? 'MEDIUM' : 'HIGH', fact, sent);
}

/** @param ms from the open to the first welcome; null if that is no time at all */
export function lateness(ms: number): Finding | null {
  return ms <= SLOW_MS
    ? null
    : finding('SERVER_SLOW', 'HIGH', `welcome ${Math.round(ms)} ms after the open`);
}

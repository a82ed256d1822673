import type { VerdictId } from '../../core/types';
import { type Finding, finding } from './finding';
import { type HttpAnswer, reachOf, type ServerRecord } from './inquiry';

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

/**
 * What it means that no socket opens.
 *
 * A browser does not say why, on purpose; what plain HTTP meets on the same way says more.
 *
 * @param sameOrigin whether the page comes from there, so that its origin cannot be the cause
 */
export function unopened(ping: HttpAnswer | null, sameOrigin: boolean): Finding {
  const fact = 'the socket does not open';
  const reach = reachOf(ping);
  if (reach === 'application') {
    const confidence = sameOrigin ? 'HIGH' : 'MEDIUM';
    return finding('UPGRADE_STRIPPED', confidence, fact, 'plain HTTP reaches the application');
  }
  if (ping === null) {
    return finding('CONNECT_FAILED', 'MEDIUM', fact, 'no answer over HTTP either');
  }
  if (ping.redirected) {
    return finding('REDIRECTED', 'MEDIUM', fact, 'plain HTTP is redirected');
  }
  const verdict = VERDICT_OF_STATUS[ping.status];
  return verdict === undefined
    ? finding('CONNECT_FAILED', 'LOW', fact, `plain HTTP is answered: HTTP ${ping.status}`)
    : finding(verdict, 'MEDIUM', fact, `HTTP ${ping.status}`);
}

/**
 * What it means that an open connection does not get READY.
 *
 * @param welcomed whether any welcome has come
 * @param ping what plain HTTP has met
 * @param record null if the server does not tell
 */
export function silence(
  welcomed: boolean,
  ping: HttpAnswer | null,
  record: ServerRecord | null,
): Finding {
  const fact = welcomed ? 'a welcome, but none for our hello' : 'no message';
  if (record !== null) {
    return noted(welcomed, fact, record);
  }
  const verdict = welcomed ? 'HELLO_LOST_UPSTREAM' : 'SERVER_SILENT';
  switch (reachOf(ping)) {
    case 'application':
      return finding(verdict, 'MEDIUM', fact, 'HTTP reaches the application');
    case 'something':
      return finding(verdict, 'MEDIUM', fact);
    case 'nothing':
      return finding(verdict, welcomed ? 'MEDIUM' : 'HIGH', fact, 'no answer over HTTP either');
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

/** @param ms from the open to the first welcome */
export function lateness(ms: number): Finding | null {
  return ms <= SLOW_MS
    ? null
    : finding('SERVER_SLOW', 'HIGH', `welcome ${ms} ms after the open`);
}

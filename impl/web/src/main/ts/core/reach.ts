import type { HttpAnswer } from './types';

/** How far plain HTTP gets: to the application, to something else that answers, or nowhere. */
export type Reach = 'application' | 'something' | 'nothing';

/** What the server has noted of a connection. */
export interface ServerRecord {
  readonly helloSeen: boolean;
  readonly welcomeSent: boolean;
  /** As the server gives it: times, codes and names. */
  readonly told: Readonly<Record<string, unknown>>;
}

/** @param ping what has come of the question that every channel answers */
export function reachOf(ping: HttpAnswer | null): Reach {
  if (ping === null) {
    return 'nothing';
  }
  return ping.status === 200 && 'realtimeVoice' in objectOf(ping.json)
    ? 'application'
    : 'something';
}

/** Null if the server does not tell: it is an older one, or its diagnostics are off. */
export function recordOf(answer: HttpAnswer | null): ServerRecord | null {
  const told = objectOf(answer?.json);
  if (typeof told.helloSeen !== 'boolean') {
    return null;
  }
  const welcomeSent = typeof objectOf(told.welcome).sentMs === 'number';
  return { helloSeen: told.helloSeen, welcomeSent, told };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

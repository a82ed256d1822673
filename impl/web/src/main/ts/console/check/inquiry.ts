/** An HTTP answer. */
export interface HttpAnswer {
  /** 0 if the browser keeps it from the page, since it comes from elsewhere. */
  readonly status: number;
  readonly redirected: boolean;
  /** What it says in JSON; null if it says nothing of the kind. */
  readonly json: unknown;
}

/** Asks by GET; null if there is no answer in time. Never rejects. */
export type Http = (url: string) => Promise<HttpAnswer | null>;

/** How far plain HTTP gets: to the application, to something else that answers, or nowhere. */
export type Reach = 'application' | 'something' | 'nothing';

/** What the server has noted of a connection. */
export interface ServerRecord {
  readonly helloSeen: boolean;
  readonly welcomeSent: boolean;
  /** As the server gives it: times, codes and names. */
  readonly told: Readonly<Record<string, unknown>>;
}

export function reachOf(answer: HttpAnswer | null): Reach {
  if (answer === null) {
    return 'nothing';
  }
  return answer.status === 200 && 'realtimeVoice' in objectOf(answer.json)
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

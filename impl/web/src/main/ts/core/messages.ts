import type { GoAway, ServerError, Stopped, VoiceResult, Welcome } from './types';

/** A welcome with what is nobody else's business. */
export interface Greeting extends Welcome {
  /** A secret; absent where the server cannot resume. */
  readonly resumeToken?: string;
}

/** What one side tells the other, so that a session goes on. */
export interface Resumption {
  readonly sessionId: string;
  /** A secret. */
  readonly resumeToken: string;
  /** How many reliable messages of the other side came in, since the session began. */
  readonly received: number;
}

/** What a client says of a session to go on with it. */
export interface ResumeRequest extends Resumption {
  /** That of the `start` by which it has its stream, if that had one; a secret. */
  readonly token?: string;
}

/** A message of the server; types that are not known are let be. */
export type ServerMessage =
  | ({ readonly type: 'welcome' } & Greeting)
  | { readonly type: 'ready'; readonly message?: string }
  | ({ readonly type: 'result' } & VoiceResult)
  | ({ readonly type: 'stopped' } & Stopped)
  | ({ readonly type: 'error' } & ServerError)
  | { readonly type: 'ack'; readonly received: number }
  | { readonly type: 'heartbeat'; readonly received: number }
  | ({ readonly type: 'resumed' } & Resumption)
  | ({ readonly type: 'goaway' } & GoAway)
  | { readonly type: 'gap'; readonly droppedBytes: number }
  | { readonly type: 'other'; readonly name: string }
  /** Of a type that is known, without what belongs to it. */
  | { readonly type: 'incomplete'; readonly name: string };

const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  welcome: {},
  ready: {},
  result: { text: 'string', isFinal: 'boolean' },
  stopped: { text: 'string' },
  error: {},
  ack: { received: 'number' },
  heartbeat: { received: 'number' },
  resumed: { sessionId: 'string', resumeToken: 'string', received: 'number' },
  goaway: { retryAfterMs: 'number' },
  gap: { droppedBytes: 'number' },
};

/** Of the types that are known, those that the server counts. */
const RELIABLE: readonly string[] = ['ready', 'result', 'stopped', 'error'];

/** Reads a message; null if it is none of this protocol. */
export function parse(text: string): ServerMessage | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  const fields = value as Record<string, unknown>;
  const type = fields.type;
  if (typeof type !== 'string') {
    return null;
  }
  const required = Object.prototype.hasOwnProperty.call(FIELDS, type) ? FIELDS[type] : undefined;
  if (required === undefined) {
    return { type: 'other', name: type.slice(0, 32) };
  }
  const complete = Object.entries(required).every(([name, kind]) => typeof fields[name] === kind);
  return complete ? (fields as unknown as ServerMessage) : { type: 'incomplete', name: type };
}

/** Whether the server counts it, and sends it again on a new connection that lacks it. */
export function isReliable(message: ServerMessage): boolean {
  switch (message.type) {
    case 'other':
      return true;
    case 'error':
      return message.fatal !== true;
    case 'incomplete':
      return RELIABLE.includes(message.name);
    default:
      return RELIABLE.includes(message.type);
  }
}

export function nameOf(message: ServerMessage): string {
  return 'name' in message ? message.name : message.type;
}

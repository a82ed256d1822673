import type { ServerError, Stopped, VoiceResult, Welcome } from './types';

/** A message of the server; types that are not known are let be. */
export type ServerMessage =
  | ({ readonly type: 'welcome' } & Welcome)
  | { readonly type: 'ready'; readonly message?: string }
  | ({ readonly type: 'result' } & VoiceResult)
  | ({ readonly type: 'stopped' } & Stopped)
  | ({ readonly type: 'error' } & ServerError)
  | { readonly type: 'other'; readonly name: string };

const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  welcome: {},
  ready: {},
  result: { text: 'string', isFinal: 'boolean' },
  stopped: { text: 'string' },
  error: {},
};

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
  return complete ? (fields as unknown as ServerMessage) : null;
}

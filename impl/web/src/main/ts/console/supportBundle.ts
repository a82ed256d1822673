import { PROTOCOL_VERSION } from 'generated/protocol';
import type { ServerRecord } from '../core/reach';
import type { Checked } from './checkup';
import type { timelineContent } from './timelineFile';

/** Of the scripts; the build puts it here. */
declare const CLIENT_VERSION: string;

interface NetworkInformation {
  readonly type?: string;
  readonly effectiveType?: string;
  readonly rtt?: number;
  readonly downlink?: number;
  readonly saveData?: boolean;
}

/** Shorter than that is no secret, but would be found everywhere. */
const SECRET_CHARS = 3;

/** All that the page knows. */
export interface Known {
  readonly connection: ReturnType<typeof timelineContent>;
  readonly browser: ReturnType<typeof browserFacts>;
  /** What the server has noted of the page's connection; null if it does not tell. */
  readonly record: ServerRecord['told'] | null;
  /** Null if there was none. */
  readonly check: Checked | null;
}

/** What the browser says of itself and of its network. */
export function browserFacts(of: Navigator) {
  const network = (of as Navigator & { readonly connection?: NetworkInformation }).connection;
  const { type, effectiveType, rtt, downlink, saveData } = network ?? {};
  return {
    userAgent: of.userAgent,
    language: of.language,
    online: of.onLine,
    connection: network === undefined ? null : { type, effectiveType, rtt, downlink, saveData },
  };
}

/**
 * All that the page knows, in one file for somebody who looks for a cause.
 *
 * @param secrets what the user has typed and must not be in it
 */
export function supportBundle(known: Known, secrets: readonly string[]): string {
  const { connection, check } = known;
  const verdicts = [
    ...connection.timeline.map(({ detail }) => detail.verdict),
    check?.finding.verdict,
  ].filter((verdict) => verdict !== undefined);
  const content = {
    realtimeVoiceSupport: 1,
    at: connection.at,
    client: { version: CLIENT_VERSION, protocol: PROTOCOL_VERSION },
    verdicts: [...new Set(verdicts)],
    ...known,
  };
  const without = (_name: string, value: unknown): unknown =>
    typeof value === 'string' ? redacted(value, secrets) : value;
  return `${JSON.stringify(content, without, 2)}\n`;
}

/** A text without what users have typed, and without the users and queries of addresses in it. */
export function redacted(text: string, secrets: readonly string[]): string {
  const plain = text
    .replace(/(\w:\/\/)[^\s/?#@]*@/g, '$1')
    .replace(/(\w:\/\/[^\s?#]*)[?#]\S*/g, '$1');
  return secrets
    .filter((secret) => secret.length >= SECRET_CHARS)
    .reduce((rest, secret) => rest.split(secret).join('…'), plain);
}

import type { Clock, Language, Platform, VerdictId } from '../core/types';
import { showBanner } from './banner';
import { httpGet } from './http';
import { openWebSocket } from './webSocket';

/** For an answer over HTTP. */
const ANSWER_MS = 3_000;

interface NetworkInformation {
  readonly effectiveType?: string;
}

/** The page's own timers and `performance.now()`. */
export const pageClock: Clock = {
  now: () => performance.now(),
  schedule: (task, delayMs) => {
    const id = setTimeout(task, delayMs);
    return { cancel: () => clearTimeout(id) };
  },
};

/** A browser. */
export const browser: Platform = {
  name: 'browser',
  clock: pageClock,
  // Looked at when asked: the scripts may be loaded where there is no page, to render one.
  get language() {
    return languageOf(navigator.language);
  },
  random: () => Math.random(),
  network,
  get origin() {
    return location.origin;
  },
  nonce: () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  },
  checkUrl,
  connect: openWebSocket,
  hidden: () => document.visibilityState === 'hidden',
  httpGet: (url, told) => void httpGet(url, ANSWER_MS).then(told),
  httpPost: (url, json) => {
    // As plain text, for which a browser asks no other origin's leave first.
    navigator.sendBeacon(url, json);
  },
  showFinal: (problem, retry, language) => {
    showBanner(problem, language, retry);
  },
  log: (line) => console.info(line),
};

function network(): string {
  const { onLine, connection } = navigator as Navigator & {
    readonly connection?: NetworkInformation;
  };
  return onLine === false ? 'none' : (connection?.effectiveType ?? '');
}

export function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function checkUrl(url: string): VerdictId | null {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return 'BAD_URL';
  }
  if (parsed.protocol !== 'ws:' && parsed.protocol !== 'wss:') {
    return 'BAD_URL';
  }
  return parsed.protocol === 'ws:' && location.protocol === 'https:' ? 'NOT_WSS' : null;
}

import type { Clock, Language, Platform, VerdictId } from '../core/types';
import { showBanner } from './banner';
import { openWebSocket } from './webSocket';

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
  network: () =>
    (navigator as Navigator & { readonly connection?: NetworkInformation }).connection
      ?.effectiveType ?? '',
  nonce: () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  },
  checkUrl,
  connect: openWebSocket,
  showFinal: (problem, retry, language) => {
    showBanner(problem, language, retry);
  },
  log: (line) => console.info(line),
};

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

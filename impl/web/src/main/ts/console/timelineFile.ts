import type { VoiceClient } from '../core/client';
import { withoutQuery } from './endpoint';
import type { Journal } from './measure/journal';

/** What the page knows of a connection, for somebody who looks for a cause; no contents. */
export function timelineOf(client: VoiceClient | null, journal: Journal, address: string): string {
  return `${JSON.stringify(timelineContent(client, journal, address), null, 2)}\n`;
}

/** The same, as an object. */
export function timelineContent(client: VoiceClient | null, journal: Journal, address: string) {
  return {
    url: withoutQuery(address),
    at: new Date().toISOString(),
    userAgent: navigator.userAgent,
    state: client?.state ?? 'CLOSED',
    retries: client?.retries ?? 0,
    dropped: client?.timeline.dropped ?? 0,
    timeline: client?.timeline.entries ?? [],
    rows: journal.rows,
  };
}

/** Gives the user a file. */
export function download(name: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  link.download = name;
  link.click();
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

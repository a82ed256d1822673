import type { TimelineEntry, TimelineEventName } from './types';

/** What happened, with times; the oldest entries make room for new ones. */
export class Timeline {
  private kept: TimelineEntry[] = [];
  private left = 0;
  private origin: number;

  constructor(
    private readonly now: () => number,
    private readonly size: number,
    private readonly added: (entry: TimelineEntry) => void,
  ) {
    this.origin = now();
  }

  /** Oldest first. */
  get entries(): readonly TimelineEntry[] {
    return this.kept;
  }

  /** How many there were in all. */
  get count(): number {
    return this.left + this.kept.length;
  }

  /** Those behind the first so many of all, as far as they are kept. */
  since(count: number): readonly TimelineEntry[] {
    return this.kept.slice(Math.max(0, count - this.left));
  }

  /** How many entries had to make room. */
  get dropped(): number {
    return this.left;
  }

  /** Counts the time from now on. */
  restart(): void {
    this.origin = this.now();
  }

  add(event: TimelineEventName, detail: TimelineEntry['detail'] = {}): void {
    const entry = { at: Math.round(this.now() - this.origin), event, detail };
    this.kept.push(entry);
    if (this.kept.length > this.size) {
      this.kept.shift();
      this.left++;
    }
    this.added(entry);
  }
}

/** One line of a log. */
export function logLine(entry: TimelineEntry): string {
  const detail = Object.entries(entry.detail).map(([name, value]) => ` ${name}=${value}`);
  return `realtime-voice +${(entry.at / 1000).toFixed(3)} s ${entry.event}${detail.join('')}`;
}

import type { ClientEvents, TimelineEntry } from '../../core/types';

const SIZE = 500;

/** Messages that come in runs. */
const FREQUENT: ReadonlySet<string> = new Set(['audio', 'result', 'ack', 'heartbeat']);

/** A line of the timeline as the page shows it: a step of the client, or a message. */
export interface JournalRow {
  /** In the order of their coming. */
  readonly id: number;
  /** Milliseconds since the connect. */
  readonly at: number;
  readonly direction: 'in' | 'out' | null;
  readonly name: string;
  readonly detail: TimelineEntry['detail'];
  /** How many messages it stands for: some come too often for a row each. */
  readonly count: number;
  readonly bytes: number;
}

type Message = ClientEvents['message'];

/** The steps of the client and its messages, in one order; the oldest make room for new ones. */
export class Journal {
  private kept: JournalRow[] = [];
  private origin = 0;
  private next = 0;
  /** The rows that go on, by direction and type, until something else happens. */
  private readonly runs = new Map<string, JournalRow>();

  constructor(private readonly now: () => number) {}

  get rows(): readonly JournalRow[] {
    return this.kept;
  }

  step(entry: TimelineEntry): void {
    this.origin = this.now() - entry.at;
    if (entry.event === 'result' && entry.detail.final === false) {
      // Its message says as much.
      return;
    }
    this.runs.clear();
    const { at, event, detail } = entry;
    this.add({ id: this.next++, at, direction: null, name: event, detail, count: 1, bytes: 0 });
  }

  message({ direction, type, bytes }: Message): void {
    const run = `${direction} ${type}`;
    const known = this.runs.get(run);
    if (known !== undefined) {
      this.runs.set(run, this.replace(known, bytes));
      return;
    }
    const at = Math.round(this.now() - this.origin);
    const row = { id: this.next++, at, direction, name: type, detail: {}, count: 1, bytes };
    this.add(row);
    if (FREQUENT.has(type)) {
      this.runs.set(run, row);
    } else {
      this.runs.clear();
    }
  }

  clear(): void {
    this.kept = [];
    this.runs.clear();
  }

  private add(row: JournalRow): void {
    this.kept.push(row);
    if (this.kept.length > SIZE) {
      this.kept.shift();
    }
  }

  private replace(row: JournalRow, bytes: number): JournalRow {
    const more = { ...row, count: row.count + 1, bytes: row.bytes + bytes };
    const index = this.kept.lastIndexOf(row);
    if (index >= 0) {
      this.kept[index] = more;
    }
    return more;
  }
}

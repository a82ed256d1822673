import { eventText } from '../events';
import type { Locale } from '../locale';
import type { Journal, JournalRow } from '../measure/journal';
import { byId, make } from './page';
import { throttled } from './throttled';

const EVERY_MS = 100;
const ARROWS = { in: '←', out: '→' } as const;

interface Line {
  row: JournalRow;
  readonly item: HTMLLIElement;
}

/** Lists what has happened, the latest at the foot; stays there if the user has not scrolled up. */
export class TimelineView {
  private readonly list = byId('timeline', HTMLOListElement);
  private readonly empty = byId('timeline-empty', HTMLElement);
  private readonly lines = new Map<number, Line>();
  /** For messages, which may be many. */
  readonly updateSoon = throttled(() => this.update(), EVERY_MS);

  constructor(
    private readonly locale: Locale,
    private readonly journal: Journal,
  ) {
    locale.show(() => this.lines.forEach(({ row, item }) => this.fill(item, row)));
  }

  update(): void {
    const frame = this.list.parentElement ?? this.list;
    const atFoot = frame.scrollHeight - frame.scrollTop - frame.clientHeight < 24;
    const rows = this.journal.rows;
    const oldest = rows[0]?.id ?? Infinity;
    for (const [id, { item }] of this.lines) {
      if (id >= oldest) {
        break;
      }
      item.remove();
      this.lines.delete(id);
    }
    rows.forEach((row) => this.show(row));
    this.empty.hidden = rows.length > 0;
    if (atFoot) {
      frame.scrollTop = frame.scrollHeight;
    }
  }

  private show(row: JournalRow): void {
    const known = this.lines.get(row.id);
    if (known === undefined) {
      const item = document.createElement('li');
      this.fill(item, row);
      this.list.append(item);
      this.lines.set(row.id, { row, item });
    } else if (known.row !== row) {
      known.row = row;
      this.fill(known.item, row);
    }
  }

  private fill(item: HTMLLIElement, row: JournalRow): void {
    item.dataset.kind = row.direction ?? 'step';
    item.dataset.name = row.name;
    const what = document.createElement('span');
    const sign = make('i', row.direction === null ? '●' : ARROWS[row.direction]);
    what.append(sign, ' ', make('b', this.nameOf(row)), ' ', make('small', detailOf(row)));
    item.replaceChildren(make('time', `${(row.at / 1_000).toFixed(3)} s`), ' ', what);
  }

  /** Messages have the name that they have on the wire, in every language. */
  private nameOf({ direction, name }: JournalRow): string {
    return direction === null ? eventText(name, this.locale.language) : name;
  }
}

function detailOf({ direction, detail, count, bytes }: JournalRow): string {
  if (direction !== null) {
    return count === 1 ? `${bytes} B` : `${count} × · ${bytes} B`;
  }
  return Object.entries(detail)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

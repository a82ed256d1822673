import type { PlaybackStats } from '../../audio/playback';
import type { Locale } from '../locale';
import type { Samples } from '../measure/samples';
import type { TextKey } from '../texts';
import { byId } from './page';

type Figure = 'mouth-to-ear' | 'round-trip';

const EMPTY = '–';

/** Delays and the jitter buffer, in numbers; each is in `data-ms`, too. */
export class FiguresView {
  constructor(private readonly locale: Locale) {}

  showDelay(figure: Figure, samples: Samples, whenEmpty: TextKey): void {
    const { current, p10, median, p95 } = samples;
    const value = byId(figure, HTMLElement);
    value.dataset.count = String(samples.count);
    const more = byId(`${figure}-more`, HTMLElement);
    if (current === null || p10 === null || median === null || p95 === null) {
      clear(value, ['ms', 'p10', 'median', 'p95']);
      more.textContent = this.locale.text(whenEmpty);
      return;
    }
    value.dataset.ms = current.toFixed(1);
    value.dataset.p10 = p10.toFixed(1);
    value.dataset.median = median.toFixed(1);
    value.dataset.p95 = p95.toFixed(1);
    value.textContent = milliseconds(current);
    more.textContent = this.locale.text('figureMore', {
      median: precise(median),
      p95: precise(p95),
    });
  }

  showBuffer(stats: PlaybackStats | null): void {
    const value = byId('depth', HTMLElement);
    const more = byId('depth-more', HTMLElement);
    if (stats === null) {
      clear(value, ['ms', 'target']);
      more.textContent = this.locale.text('figureEmpty');
      return;
    }
    value.dataset.ms = stats.depthMs.toFixed(1);
    value.dataset.target = stats.targetMs.toFixed(1);
    value.textContent = `${Math.round(stats.depthMs)} ms`;
    more.textContent = this.locale.text('depthMore', {
      target: Math.round(stats.targetMs),
      underruns: stats.underruns,
      dropped: Math.round(stats.droppedMs),
    });
  }
}

function clear(value: HTMLElement, data: readonly string[]): void {
  value.textContent = EMPTY;
  data.forEach((name) => delete value.dataset[name]);
}

function milliseconds(ms: number): string {
  return `${precise(ms)} ms`;
}

/** Below 10 ms, the first decimal tells something. */
function precise(ms: number): string {
  return ms.toFixed(ms < 10 ? 1 : 0);
}

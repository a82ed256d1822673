import type { Locale } from '../locale';
import type { DepthHistory } from '../measure/depthHistory';
import { DepthPlot } from './depthPlot';
import { byId, setText } from './page';
import { throttled } from './throttled';

/** The words change less often than the picture, so that they can be read. */
const WORDS_MS = 1_000;
const PICTURE_MS = 50;

/** The plot of the jitter buffer, and the same in words. */
export class PlotView {
  private readonly plot: DepthPlot;
  private readonly words = byId('plot-text', HTMLElement);
  private readonly picture: () => void;
  private readonly say = throttled(() => this.write(), WORDS_MS);

  constructor(
    private readonly locale: Locale,
    private readonly history: DepthHistory,
  ) {
    this.plot = new DepthPlot(history);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.picture = throttled(() => this.plot.draw(), calm ? WORDS_MS : PICTURE_MS);
    locale.show(() => this.write());
  }

  update(): void {
    this.picture();
    this.say();
  }

  private write(): void {
    const { last, range } = this.history;
    const text =
      last === null || range === null
        ? this.locale.text('plotEmpty')
        : this.locale.text('plotText', {
            now: Math.round(last.depthMs),
            target: Math.round(last.targetMs),
            least: Math.round(range.least),
            most: Math.round(range.most),
          });
    setText(this.words, text);
  }
}

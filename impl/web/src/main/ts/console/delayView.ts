import type { PlaybackStats } from '../audio/playback';
import type { Language } from '../core/types';
import { DepthPlot } from './depthPlot';
import { element } from './elements';
import { Figures } from './figures';
import { text } from './texts';

const TEXT_EVERY_MS = 250;

/** Shows delays and the jitter buffer. */
export class DelayView {
  private readonly mouthToEar = new Figures();
  private readonly roundTrip = new Figures();
  private readonly plot = new DepthPlot(element('plot', HTMLCanvasElement));
  private written = 0;

  constructor(private readonly language: () => Language) {}

  addRoundTrip(ms: number): void {
    this.roundTrip.add(ms);
  }

  addPlayback(stats: PlaybackStats, mouthToEarMs: number | null): void {
    if (mouthToEarMs !== null) {
      this.mouthToEar.add(mouthToEarMs);
    }
    this.plot.add(stats);
    const now = performance.now();
    if (now - this.written >= TEXT_EVERY_MS) {
      this.written = now;
      this.write(stats);
    }
  }

  clear(): void {
    this.mouthToEar.clear();
    this.roundTrip.clear();
    this.plot.clear();
  }

  private write(stats: PlaybackStats): void {
    show('mouth-to-ear', this.mouthToEar);
    show('round-trip', this.roundTrip);
    const depth = Math.round(stats.depthMs);
    const target = `${depth} ms → ${Math.round(stats.targetMs)} ms`;
    const losses = `${Math.round(stats.droppedMs)} ms, ${stats.underruns}×`;
    const depthFigure = element('depth', HTMLElement);
    depthFigure.textContent = target;
    depthFigure.dataset.ms = String(depth);
    element('losses', HTMLElement).textContent = losses;
    element('plot', HTMLCanvasElement).ariaLabel = `${text('depth', this.language())}: ${target}`;
  }
}

function show(id: string, figures: Figures): void {
  const latest = figures.latest;
  const median = figures.quantile(0.5);
  const high = figures.quantile(0.95);
  if (latest !== null && median !== null && high !== null) {
    const shown = element(id, HTMLElement);
    shown.textContent = `${latest.toFixed(0)} ms (p50 ${median.toFixed(0)}, p95 ${high.toFixed(0)})`;
    shown.dataset.ms = latest.toFixed(1);
    shown.dataset.median = median.toFixed(1);
    shown.dataset.count = String(figures.count);
  }
}

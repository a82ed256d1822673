import type { PlaybackStats } from '../audio/playback';
import type { ClientEvents, State } from '../core/types';
import type { Locale } from './locale';
import { DepthHistory } from './measure/depthHistory';
import { HelloTimer } from './measure/helloTimer';
import { Loopback } from './measure/loopback';
import { Samples } from './measure/samples';
import { FiguresView } from './view/figuresView';
import { PlotView } from './view/plotView';
import { throttled } from './view/throttled';

const EVERY_MS = 250;

/** Measures delays, and shows them. Times are of `performance.now()`, or of the audio context. */
export class Delays {
  private readonly mouthToEar = new Samples();
  private readonly roundTrip = new Samples();
  private readonly history = new DepthHistory();
  private readonly hellos = new HelloTimer();
  private readonly view: FiguresView;
  private readonly plot: PlotView;
  private readonly update = throttled(() => this.render(), EVERY_MS);
  private loopback = new Loopback();
  private stats: PlaybackStats | null = null;
  private talking = false;

  constructor(locale: Locale) {
    this.view = new FiguresView(locale);
    this.plot = new PlotView(locale, this.history);
    locale.show(() => this.render());
  }

  /** A stream begins, which may come back. */
  begin(): void {
    this.loopback = new Loopback();
    this.stats = null;
    this.talking = true;
    this.mouthToEar.clear();
    this.update();
  }

  end(): void {
    this.talking = false;
  }

  sent(frame: ArrayBuffer, capturedAt: number): void {
    this.loopback.sent(frame, capturedAt, performance.now());
  }

  received(audio: ArrayBuffer): void {
    this.addRoundTrip(this.loopback.received(audio, performance.now()));
  }

  played(stats: PlaybackStats): void {
    // While nothing leaves the buffer, its next sample has no time yet.
    if (this.stats !== null && stats.playedSamples > this.stats.playedSamples) {
      const ms = this.loopback.heard(stats.playedSamples, stats.at);
      if (ms !== null) {
        this.mouthToEar.add(ms);
      }
    }
    this.stats = stats;
    if (stats.depthMs > 0 || (this.talking && stats.playedSamples > 0)) {
      this.history.add(stats);
      this.plot.update();
    }
    this.update();
  }

  /** @returns whether it was the answer to a hello of a client that is READY */
  message({ direction, type }: ClientEvents['message'], state: State): boolean {
    if (direction === 'out' && type === 'hello') {
      this.hellos.said(performance.now());
    } else if (direction === 'in' && type === 'welcome' && state === 'READY') {
      this.answered();
      return true;
    }
    return false;
  }

  connecting(): void {
    this.hellos.reset();
  }

  /** A welcome has come with the nonce of the hello. */
  answered(): void {
    this.addRoundTrip(this.hellos.answered(performance.now()));
  }

  private addRoundTrip(ms: number | null): void {
    if (ms !== null) {
      this.roundTrip.add(ms);
      this.update();
    }
  }

  private render(): void {
    this.view.showDelay('mouth-to-ear', this.mouthToEar, 'mouthToEarEmpty');
    this.view.showDelay('round-trip', this.roundTrip, 'figureEmpty');
    this.view.showBuffer(this.stats);
  }
}

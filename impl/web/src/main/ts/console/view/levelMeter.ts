import { FLOOR_DBFS, type Level } from '../../audio/level';
import { byId } from './page';

/** The left end of the meter. */
const LEAST_DBFS = -60;
/** How far the bar, and the mark of the peak, fall with every frame of 20 ms. */
const BAR_FALLS_DB = 1.5;
const PEAK_FALLS_DB = 0.6;

/** How loud it is, from -60 dBFS on. */
export class LevelMeter {
  private readonly meter = byId('level', HTMLElement);
  private readonly rms = byId('level-rms', HTMLElement);
  private readonly peak = byId('level-peak', HTMLElement);
  private bar = FLOOR_DBFS;
  private held = FLOOR_DBFS;

  show({ rms, peak }: Level): void {
    this.bar = Math.max(rms, this.bar - BAR_FALLS_DB);
    this.held = Math.max(peak, this.held - PEAK_FALLS_DB);
    this.rms.style.transform = `scaleX(${partOf(this.bar)})`;
    this.peak.style.transform = `translateX(${100 * (partOf(this.held) - 1)}%)`;
    const level = String(Math.round(within(this.bar)));
    this.meter.setAttribute('aria-valuenow', level);
    this.meter.setAttribute('aria-valuetext', `${level} dBFS`);
  }

  silence(): void {
    this.bar = FLOOR_DBFS;
    this.held = FLOOR_DBFS;
    this.show({ rms: FLOOR_DBFS, peak: FLOOR_DBFS });
  }
}

function within(dbfs: number): number {
  return Math.min(0, Math.max(LEAST_DBFS, dbfs));
}

function partOf(dbfs: number): number {
  return 1 - within(dbfs) / LEAST_DBFS;
}

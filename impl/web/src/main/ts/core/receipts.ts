import type { Clock, Timer } from './types';

/** After so many messages the server is told of them, */
const EVERY = 20;

/** or so long after the first one, in milliseconds. */
const AFTER_MS = 1_000;

/** Counts the reliable messages of the server, and knows when to tell it. */
export class Receipts {
  private count = 0;
  private told = 0;
  private timer: Timer | null = null;
  private tell: (() => void) | null = null;

  constructor(private readonly clock: Clock) {}

  /** The count, for a message that goes out now and carries it. */
  say(): number {
    this.cancel();
    this.told = this.count;
    return this.count;
  }

  add(): void {
    this.count++;
    this.consider();
  }

  /** @param tell sends what {@link say} gives */
  begin(tell: () => void): void {
    this.tell = tell;
    this.consider();
  }

  /** There is no connection on which to tell. */
  end(): void {
    this.tell = null;
    this.cancel();
  }

  private consider(): void {
    const tell = this.tell;
    const untold = this.count - this.told;
    if (tell === null || untold === 0) {
      return;
    }
    if (untold >= EVERY) {
      tell();
    } else {
      this.timer ??= this.clock.schedule(tell, AFTER_MS);
    }
  }

  private cancel(): void {
    this.timer?.cancel();
    this.timer = null;
  }
}

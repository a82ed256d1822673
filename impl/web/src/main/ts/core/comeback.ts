import { retryDelay } from './backoff';
import type { Settings } from './settings';
import type { Clock, Timer } from './types';

/** How many new connections were tried, and when the next one is. */
export class Comeback {
  private tried = 0;
  private spreadMs = 0;
  private spreadEnd: number | null = null;
  private pause: Timer | null = null;
  private stable: Timer | null = null;

  /** @param begin makes a connection */
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly random: () => number,
    private readonly begin: () => void,
  ) {}

  get count(): number {
    return this.tried;
  }

  /** Whether there were as many as there are without a session that waits for them. */
  get exhausted(): boolean {
    return this.tried >= this.settings.maxRetries;
  }

  /** Counts from 0 again. */
  restart(): void {
    this.tried = 0;
  }

  /**
   * The server goes down: its clients are to come back within so long, each at its own time. Until
   * one of its connections is READY, this one tries once in each period of that length, so
   * that those that were refused do not come on top of the others.
   */
  spread(withinMs: number): void {
    this.spreadMs = Math.max(0, withinMs);
    this.spreadEnd = null;
  }

  /** A connection is READY, and counts as a success when it has been so for a while. */
  succeeded(): void {
    this.spread(0);
    this.stable = this.clock.schedule(() => this.restart(), this.settings.stableMs);
  }

  /**
   * Counts the next connection, and makes it after a delay.
   *
   * @param atLeastMs what the server asks for
   * @param atMostMs how long there is something to come back for
   * @return the delay
   */
  next(atLeastMs: number, atMostMs: number): number {
    this.tried++;
    const inMs = Math.min(this.delay(atLeastMs), atMostMs);
    this.pause = this.clock.schedule(() => this.come(), inMs);
    return inMs;
  }

  /** Makes at once the connection that waits, if one does. */
  hurry(): void {
    if (this.pause !== null) {
      this.pause.cancel();
      this.come();
    }
  }

  /** Nothing of that counts any more, but the number. */
  cancel(): void {
    this.pause?.cancel();
    this.pause = null;
    this.stable?.cancel();
    this.stable = null;
  }

  private delay(atLeastMs: number): number {
    const random = this.random();
    const usual = retryDelay(this.tried, this.settings, atLeastMs, random);
    if (this.spreadMs === 0) {
      return usual;
    }
    const now = this.clock.now();
    const { spreadEnd } = this;
    const begin = Math.max(now, spreadEnd ?? now);
    this.spreadEnd = begin + this.spreadMs;
    const spread = begin - now + Math.floor(random * this.spreadMs);
    return spreadEnd === null ? spread : Math.max(spread, usual);
  }

  private come(): void {
    this.pause = null;
    this.begin();
  }
}

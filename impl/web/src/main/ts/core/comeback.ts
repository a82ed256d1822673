import { retryDelay } from './backoff';
import type { Settings } from './settings';
import type { Clock, Timer } from './types';

/** How many new connections were tried, and when the next one is. */
export class Comeback {
  private tried = 0;
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

  /** A connection is READY, and counts as a success when it has been so for a while. */
  succeeded(): void {
    this.stable = this.clock.schedule(() => this.restart(), this.settings.stableMs);
  }

  /**
   * Counts the next connection, and makes it after a delay.
   *
   * @param atLeastMs what the server asks for
   * @param spreadMs any time up to here instead; null for the usual delay
   * @param atMostMs how long there is something to come back for
   * @return the delay
   */
  next(atLeastMs: number, spreadMs: number | null, atMostMs: number): number {
    this.tried++;
    const delay =
      spreadMs === null
        ? retryDelay(this.tried, this.settings, atLeastMs, this.random())
        : Math.floor(this.random() * spreadMs);
    const inMs = Math.min(delay, atMostMs);
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

  private come(): void {
    this.pause = null;
    this.begin();
  }
}

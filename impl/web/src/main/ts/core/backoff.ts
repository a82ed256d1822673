import type { Settings } from './settings';

/** How many retries come at the same distance before it doubles. */
const EVEN = 3;

/** Up to which part of itself a delay is shortened or lengthened. */
const JITTER = 0.25;

/**
 * How long to wait before a new connection, so that clients that lost their server together do not
 * come back together.
 *
 * @param retry counted from 1
 * @param atLeastMs what the server asks for; such a delay is spread up to its double
 * @param random from 0 up to, but without, 1
 */
export function retryDelay(
  retry: number,
  settings: Settings,
  atLeastMs: number,
  random: number,
): number {
  const doubled = settings.retryDelayMs * 2 ** Math.max(0, retry - EVEN);
  const own = Math.min(doubled, settings.maxRetryDelayMs) * (1 + JITTER * (2 * random - 1));
  const asked = atLeastMs * (1 + random);
  return Math.floor(Math.max(own, asked));
}

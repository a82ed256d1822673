import type { HttpAnswer } from '../core/types';

/** Asks as a page may; null if there is no answer in time. Never rejects. */
export async function httpGet(url: string, timeoutMs: number): Promise<HttpAnswer | null> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    return await asked(url, abort.signal);
  } finally {
    clearTimeout(timer);
  }
}

async function asked(url: string, signal: AbortSignal): Promise<HttpAnswer | null> {
  try {
    // With credentials a browser would ask the user for a password, of which nobody has spoken.
    return await read(
      await fetch(url, { cache: 'no-store', credentials: 'omit', redirect: 'manual', signal }),
    );
  } catch {
    // Something else than the channel may have answered, which allows nobody to read it.
    return signal.aborted || new URL(url).origin === location.origin ? null : opaque(url, signal);
  }
}

async function opaque(url: string, signal: AbortSignal): Promise<HttpAnswer | null> {
  try {
    await fetch(url, { mode: 'no-cors', cache: 'no-store', credentials: 'omit', signal });
    return { status: 0, redirected: false, json: null };
  } catch {
    return null;
  }
}

async function read(response: Response): Promise<HttpAnswer> {
  const { status, type } = response;
  const json: unknown = await response.json().catch(() => null);
  return { status, redirected: type === 'opaqueredirect', json };
}

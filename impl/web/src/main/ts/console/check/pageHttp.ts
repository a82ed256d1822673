import type { Http, HttpAnswer } from './inquiry';

const TIMEOUT_MS = 5_000;

/** The page's own `fetch`. */
export const pageHttp: Http = async (url) => {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    return await asked(url, abort.signal);
  } finally {
    clearTimeout(timer);
  }
};

async function asked(url: string, signal: AbortSignal): Promise<HttpAnswer | null> {
  try {
    return await read(await fetch(url, { cache: 'no-store', signal }));
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
  const { status, redirected } = response;
  const json: unknown = await response.json().catch(() => null);
  return { status, redirected, json };
}

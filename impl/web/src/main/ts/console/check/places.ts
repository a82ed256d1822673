import { STREAM_PATH, TEST_PATH } from 'generated/protocol';

const STREAM = STREAM_PATH.slice(STREAM_PATH.lastIndexOf('/'));

/** Where a channel's diagnostics are, over HTTP, without its query; null if it is at no such path. */
export function diagnosticsOf(channel: string): string | null {
  const url = parsed(channel);
  if (url === null || !url.pathname.endsWith(STREAM)) {
    return null;
  }
  const http = url.protocol === 'wss:' ? 'https:' : 'http:';
  return `${http}//${url.host}${url.pathname.slice(0, -STREAM.length)}/diagnostics`;
}

/** The self-test beside a channel, which sends everything back; null if it is at no such path. */
export function selfTestOf(channel: string): string | null {
  const url = parsed(channel);
  if (url === null || !url.pathname.endsWith(STREAM_PATH)) {
    return null;
  }
  url.pathname = url.pathname.slice(0, -STREAM_PATH.length) + TEST_PATH;
  return url.href;
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

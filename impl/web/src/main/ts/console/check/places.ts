import { STREAM_PATH, TEST_PATH } from 'generated/protocol';

/** The self-test beside a channel, which sends everything back; null if it is at no such path. */
export function selfTestOf(channel: string): string | null {
  const [, before, query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(channel) ?? [];
  return before?.endsWith(STREAM_PATH)
    ? before.slice(0, -STREAM_PATH.length) + TEST_PATH + query
    : null;
}

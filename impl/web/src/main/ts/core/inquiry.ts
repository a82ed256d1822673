import { STREAM_PATH } from 'generated/protocol';
import { finding, unopened } from './judging';
import { type Reach, recordOf, type ServerRecord } from './reach';
import type { Finding, Platform } from './types';

/** What has come of a question about a hello. */
export interface HelloAnswer {
  readonly reach: Reach;
  /** Null if the server does not tell. */
  readonly record: ServerRecord | null;
}

const STREAM = STREAM_PATH.slice(STREAM_PATH.lastIndexOf('/'));

/** Asks and tells the server by HTTP where the socket does not say enough. */
export class Inquiry {
  private readonly base: string | null;

  constructor(
    private readonly platform: Platform,
    channel: string,
  ) {
    this.base = diagnosticsOf(channel);
  }

  /**
   * Why a socket does not open, where the platform keeps that to itself.
   *
   * @return false if nobody can be asked
   */
  whyNotOpen(told: (finding: Finding) => void): boolean {
    const { base, platform } = this;
    if (base === null || platform.httpGet === undefined) {
      return false;
    }
    if (platform.network() === 'none') {
      told(finding('CONNECT_FAILED', 'HIGH', 'the device says that it is offline'));
    } else {
      const here = platform.origin === undefined || base.startsWith(`${platform.origin}/`);
      platform.httpGet(`${base}/ping`, (answer) => told(unopened(answer, here)));
    }
    return true;
  }

  /** Whether the server has seen a hello, and what it has done then; not told if nobody can be asked. */
  aboutHello(nonce: string, told: (answer: HelloAnswer) => void): void {
    if (this.base !== null) {
      this.platform.httpGet?.(`${this.base}/hello/${nonce}`, (answer) =>
        told({ reach: answer === null ? 'nothing' : 'something', record: recordOf(answer) }),
      );
    }
  }

  /** Tells the server what the client has seen. */
  report(json: string): void {
    if (this.base !== null) {
      this.platform.httpPost?.(`${this.base}/report`, json);
    }
  }
}

/**
 * Where a channel's diagnostics are, over HTTP, without its query and user; null if it is at no such
 * path. By hand, since a mini program has no `URL`.
 */
export function diagnosticsOf(channel: string): string | null {
  const match = /^ws(s?):\/\/(?:[^/?#]*@)?([^?#]+)/.exec(channel);
  const [, secure = '', place = ''] = match ?? [];
  return place.endsWith(STREAM)
    ? `http${secure}://${place.slice(0, -STREAM.length)}/diagnostics`
    : null;
}

import type { Ending } from './ending';
import type { ServerMessage } from './messages';
import type { Circumstances } from './problem';
import type { ServerError } from './types';

/** What the server has said on one connection of the end that is to come. */
export class Farewell {
  private error: ServerError | null = null;
  private withinMs: number | null = null;

  heard(message: ServerMessage): void {
    // An error explains the end that follows it, and not one that comes much later.
    this.error = message.type === 'error' ? message : null;
    if (message.type === 'goaway') {
      this.withinMs = Math.max(0, message.retryAfterMs);
    }
  }

  /** Within how many milliseconds all clients are to come back; null if it did not say. */
  get spreadMs(): number | null {
    return this.withinMs;
  }

  /** An end as the server explains it. */
  explain(ending: Ending): Ending {
    const retryAfterMs = Math.max(ending.retryAfterMs, this.error?.retryAfterMs ?? 0);
    if (this.error?.code === 'HANDLER_TIMEOUT' && ending.verdict === 'HANDLER_FAILED') {
      const evidence = ['error HANDLER_TIMEOUT', ...ending.evidence];
      return { ...ending, verdict: 'HANDLER_TOO_SLOW', evidence, retryAfterMs };
    }
    return this.error?.code === 'RESUME_LOST' && this.error.fatal === true
      ? { ...ending, verdict: 'SESSION_LOST', resumable: false, retryAfterMs }
      : { ...ending, retryAfterMs };
  }

  circumstances(ending: Ending): Circumstances {
    const serverCode = this.error?.code;
    return {
      detail: this.error?.message ?? ending.detail,
      confidence: ending.confidence,
      evidence: ending.evidence,
      ...(ending.code === undefined ? {} : { code: ending.code }),
      ...(serverCode === undefined ? {} : { serverCode }),
    };
  }
}

import type { Ending } from './ending';
import type { ServerMessage } from './messages';
import type { Circumstances } from './problem';
import type { ServerError, VerdictId } from './types';

/** Only the server's error says whose code has failed, and how. */
const HANDLER_FAILURES: Readonly<Record<string, VerdictId>> = {
  HANDLER_FAILED: 'HANDLER_FAILED',
  HANDLER_TIMEOUT: 'HANDLER_TOO_SLOW',
};

/** What the server has said on one connection of the end that is to come. */
export class Farewell {
  private error: ServerError | null = null;

  heard(message: ServerMessage): void {
    // An error explains the end that follows it, and not one that comes much later.
    this.error = message.type === 'error' ? message : null;
  }

  /** An end as the server explains it. */
  explain(ending: Ending): Ending {
    const retryAfterMs = Math.max(ending.retryAfterMs, this.error?.retryAfterMs ?? 0);
    const told = this.error?.code ?? '';
    const failure = HANDLER_FAILURES[told];
    if (failure !== undefined && ending.verdict === 'HANDLER_FAILED') {
      const evidence = [`error ${told}`, ...ending.evidence];
      return { ...ending, verdict: failure, confidence: 'HIGH', evidence, retryAfterMs };
    }
    return told === 'RESUME_LOST' && this.error?.fatal === true
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

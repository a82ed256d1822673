import { type Ending, endedBy } from './ending';
import type { Session } from './session';

/** What follows the end of a connection, but for whether retries are left. */
export interface Sequel {
  /** The end, as it is for the session. */
  readonly ending: Ending;
  /** Whether the session waits for the next connection, for however many retries. */
  readonly resumes: boolean;
  /** Whether the server is there, and has but refused to go on with the session. */
  readonly refused: boolean;
}

const TOO_LATE = endedBy('SESSION_LOST', 'not resumed in time');

/**
 * Decides what follows, once the session knows that its connection is lost.
 *
 * @param wasResuming whether the connection was to go on with a session, and had not come to it
 * @param busy whether a stream is not finished
 */
export function sequelOf(
  ending: Ending,
  session: Session,
  wasResuming: boolean,
  busy: boolean,
): Sequel {
  if (ending.retryable && ending.resumable && session.isAtStake(busy)) {
    const resumes = session.remainingMs > 0;
    return { ending: resumes ? ending : TOO_LATE, resumes, refused: false };
  }
  const refused = wasResuming && ending.verdict === 'SESSION_LOST';
  return { ending, resumes: false, refused };
}

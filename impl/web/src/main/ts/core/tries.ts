import { cutAfter, type Ending, explainedBy } from './ending';
import type { Inquiry } from './inquiry';
import type { Clock, Finding, Timer, VerdictId } from './types';

/** The end waits no longer than this for an answer that would explain it. */
const PATIENCE_MS = 3_000;

/** How much two silences that are the same may differ, as a part of the longer one. */
const TOLERANCE = 0.1;

/** The connections that were tried in a row, and what becomes clear only from all of them. */
export class Tries {
  private verdicts: VerdictId[] = [];
  private known: Finding | null = null;
  private asking = false;
  private whenKnown: (() => void) | null = null;
  private patience: Timer | null = null;
  /** The last silence that ended in a cut. */
  private cutMs = 0;

  constructor(
    private readonly inquiry: Inquiry,
    private readonly clock: Clock,
  ) {}

  /** Another row begins. */
  restart(): void {
    this.verdicts = [];
    this.known = null;
  }

  /** Nobody waits for an end any more. */
  cancel(): void {
    this.whenKnown = null;
    this.patience?.cancel();
    this.patience = null;
  }

  /** A connection has ended; gives the end with what is known of it from others. */
  seen(ending: Ending, wasReady: boolean): Ending {
    if (wasReady) {
      // Why it was lost is one thing, why no other follows another.
      this.restart();
      return this.confirmed(ending);
    }
    const explained = isUnexplained(ending) ? this.lookedInto(ending) : this.confirmed(ending);
    this.verdicts.push(explained.verdict);
    return explained;
  }

  /** No other connection follows: gives the end when as much is known of it as can be. */
  conclude(ending: Ending, end: (ending: Ending) => void): void {
    if (!this.asking || !isUnexplained(ending)) {
      end(this.summed(ending));
      return;
    }
    this.whenKnown = () => {
      this.cancel();
      end(this.summed(this.explained(ending)));
    };
    this.patience = this.clock.schedule(this.whenKnown, PATIENCE_MS);
  }

  private lookedInto(ending: Ending): Ending {
    if (!this.asking) {
      this.asking = true;
      const asked = this.inquiry.whyNotOpen((finding) => {
        this.asking = false;
        this.known = finding;
        this.whenKnown?.();
      });
      this.asking &&= asked;
    }
    // The answer about the connection before it explains this one, too.
    return this.explained(ending);
  }

  private explained(ending: Ending): Ending {
    const { known } = this;
    if (known === null || !explains(known, ending)) {
      return ending;
    }
    this.verdicts = this.verdicts.map((each) => (each === ending.verdict ? known.verdict : each));
    return explainedBy(ending, known);
  }

  /** A cut may be an accident; one after the same silence is not. */
  private confirmed(ending: Ending): Ending {
    if (ending.verdict !== 'IDLE_CUT') {
      return ending;
    }
    const { cutMs } = this;
    const { silentMs } = ending;
    this.cutMs = silentMs;
    const same = Math.abs(silentMs - cutMs) <= TOLERANCE * Math.max(silentMs, cutMs);
    return same
      ? {
          ...ending,
          confidence: 'HIGH',
          evidence: [cutAfter(silentMs), `the one before after ${Math.round(cutMs)} ms`],
        }
      : ending;
  }

  /** Several causes are none of them. */
  private summed(ending: Ending): Ending {
    const others = this.verdicts.filter((each) => each !== ending.verdict);
    if (others.length === 0 || !ending.retryable || ending.verdict === 'SESSION_LOST') {
      return ending;
    }
    const evidence = this.verdicts.map((each, i) => `connection ${i + 1}: ${each}`);
    return { ...ending, verdict: 'RETRIES_EXHAUSTED', confidence: 'HIGH', evidence };
  }
}

/** Browsers keep to themselves why a socket does not open; and what is not found may be but hidden. */
function isUnexplained({ verdict, confidence }: Ending): boolean {
  return (verdict === 'CONNECT_FAILED' && confidence === 'LOW') || verdict === 'NOT_FOUND';
}

/** Without its Upgrade header a handshake is a request for a page, which is not there. */
function explains(known: Finding, ending: Ending): boolean {
  return ending.verdict !== 'NOT_FOUND' || known.verdict === 'UPGRADE_STRIPPED';
}

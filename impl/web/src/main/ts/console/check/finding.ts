import type { VerdictId } from '../../core/types';

/** How sure it is. */
export type Confidence = 'LOW' | 'MEDIUM' | 'HIGH';

/** What is wrong, how sure that is, and what it is recognised by. */
export interface Finding {
  readonly verdict: VerdictId;
  /** Absent where nobody has weighed it. */
  readonly confidence?: Confidence;
  /** In English; numbers and names only. */
  readonly evidence: readonly string[];
}

export function finding(
  verdict: VerdictId,
  confidence: Confidence,
  ...evidence: readonly string[]
): Finding {
  return { verdict, confidence, evidence };
}

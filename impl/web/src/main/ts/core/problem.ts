import { VERDICTS } from 'generated/protocol';
import type { Confidence, Language, VerdictId, VoiceProblem } from './types';

/** What is known beside the verdict. */
export interface Circumstances {
  readonly detail?: string;
  readonly code?: number;
  readonly serverCode?: string;
  readonly confidence?: Confidence;
  readonly evidence?: readonly string[];
}

/** A problem as an `Error`: what promises of ours are rejected with. */
export class VoiceError extends Error implements VoiceProblem {
  readonly verdict: VerdictId;
  readonly title: string;
  readonly advice: string;
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
  readonly detail: string;
  readonly code?: number;
  readonly serverCode?: string;

  constructor(verdict: VerdictId, language: Language, known: Circumstances = {}) {
    const text = VERDICTS[verdict][language];
    super(`${text.title} ${text.advice}`);
    this.name = 'VoiceError';
    this.verdict = verdict;
    this.title = text.title;
    this.advice = text.advice;
    this.confidence = known.confidence ?? 'HIGH';
    this.evidence = known.evidence ?? [];
    this.detail = known.detail ?? '';
    if (known.code !== undefined) {
      this.code = known.code;
    }
    if (known.serverCode !== undefined) {
      this.serverCode = known.serverCode;
    }
  }
}

import type { Language, VerdictId } from '../core/types';

/** Where the documentation beside the page says more of a verdict. */
export function verdictPage(verdict: VerdictId, language: Language): string {
  return `verdicts.html#${verdict}${language === 'zh' ? '-zh' : ''}`;
}

import type { VoiceProblem } from '../core/types';
import { element } from './elements';

/** Shows a problem; null hides it. */
export function showProblem(problem: VoiceProblem | null): void {
  const banner = element('problem', HTMLElement);
  banner.hidden = problem === null;
  banner.dataset.verdict = problem?.verdict ?? '';
  if (problem !== null) {
    const code = problem.code === undefined ? '' : ` (${problem.code})`;
    element('problem-title', HTMLElement).textContent = problem.title;
    element('problem-advice', HTMLElement).textContent = problem.advice;
    element('problem-detail', HTMLElement).textContent =
      `${problem.verdict}${code}${problem.detail === '' ? '' : `: ${problem.detail}`}`;
  }
}

import { VERDICTS } from 'generated/protocol';
import type { VoiceProblem } from '../../core/types';
import type { Locale } from '../locale';
import { verdictPage } from '../verdictPage';
import { byId, onPress, setText } from './page';

type Shown = Pick<VoiceProblem, 'verdict' | 'detail' | 'code'>;

/** The banner that says what does not work, and what to do about it. */
export class ProblemView {
  private readonly banner = byId('problem', HTMLElement);
  private readonly title = byId('problem-title', HTMLElement);
  private readonly advice = byId('problem-advice', HTMLElement);
  private readonly detail = byId('problem-detail', HTMLElement);
  private readonly more = byId('problem-more', HTMLAnchorElement);
  private readonly retryButton = byId('problem-retry', HTMLButtonElement);
  private shown: Shown | null = null;
  private retry: (() => void) | null = null;

  constructor(private readonly locale: Locale) {
    const away = byId('connect', HTMLButtonElement);
    onPress(byId('problem-dismiss', HTMLButtonElement), () => {
      this.hide();
      away.focus();
    });
    onPress(this.retryButton, () => {
      const retry = this.retry;
      this.hide();
      away.focus();
      retry?.();
    });
    locale.show(() => this.render());
  }

  /** @param retry what the user may do about it, if it can be tried again */
  show(problem: Shown, retry: (() => void) | null = null): void {
    this.shown = problem;
    this.retry = retry;
    this.render();
  }

  hide(): void {
    this.shown = null;
    this.retry = null;
    this.render();
  }

  private render(): void {
    const problem = this.shown;
    this.banner.hidden = problem === null;
    this.banner.dataset.verdict = problem?.verdict ?? '';
    this.retryButton.hidden = this.retry === null;
    if (problem !== null) {
      const { title, advice } = VERDICTS[problem.verdict][this.locale.language];
      setText(this.title, title);
      setText(this.advice, advice);
      setText(this.detail, this.details(problem));
      this.more.href = verdictPage(problem.verdict, this.locale.language);
    }
  }

  private details({ verdict, detail, code }: Shown): string {
    const close = code === undefined ? '' : this.locale.text('closeCode', { code });
    return [verdict, close, detail].filter((part) => part !== '').join(' · ');
  }
}

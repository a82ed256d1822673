import { VERDICTS } from 'generated/protocol';
import type { CheckStep, Outcome, StepName } from '../check/check';
import type { Finding } from '../../core/types';
import type { Locale } from '../locale';
import type { TextKey } from '../texts';
import { verdictPage } from '../verdictPage';
import { byId, make, onPress, setEnabled, setText } from './page';

const NAMES: Readonly<Record<StepName, TextKey>> = {
  ping: 'stepPing',
  open: 'stepOpen',
  welcome: 'stepWelcome',
  ready: 'stepReady',
  record: 'stepRecord',
  echo: 'stepEcho',
};

const OUTCOMES: Readonly<Record<Outcome, TextKey>> = {
  ok: 'outcomeOk',
  failed: 'outcomeFailed',
  notAvailable: 'outcomeNotAvailable',
};

/** The steps of a check as they are done, and what has come of it. */
export class CheckView {
  private readonly button = byId('check', HTMLButtonElement);
  private readonly frame = byId('check-report', HTMLElement);
  private readonly list = byId('check-steps', HTMLOListElement);
  private readonly result = byId('check-result', HTMLElement);
  private readonly title = byId('check-title', HTMLElement);
  private readonly advice = byId('check-advice', HTMLElement);
  private readonly detail = byId('check-detail', HTMLElement);
  private readonly more = byId('check-more', HTMLAnchorElement);
  private steps: CheckStep[] = [];
  private finding: Finding | null = null;
  private running = false;

  constructor(
    private readonly locale: Locale,
    pressed: () => void,
  ) {
    onPress(this.button, pressed);
    locale.show(() => this.render());
  }

  begin(): void {
    this.steps = [];
    this.finding = null;
    this.running = true;
    this.render();
  }

  /** A line more: those that are there stay, so that screen readers speak the new one only. */
  add(step: CheckStep): void {
    this.steps.push(step);
    this.list.append(this.line(step));
    this.list.hidden = false;
  }

  end(finding: Finding): void {
    this.finding = finding;
    this.running = false;
    this.renderResult();
  }

  private render(): void {
    this.list.replaceChildren(...this.steps.map((step) => this.line(step)));
    this.list.hidden = this.steps.length === 0;
    this.renderResult();
  }

  private renderResult(): void {
    const { finding, locale } = this;
    setEnabled(this.button, !this.running);
    setText(this.button, locale.text(this.running ? 'checking' : 'check'));
    this.frame.dataset.verdict = finding?.verdict ?? '';
    this.result.hidden = finding === null;
    if (finding !== null) {
      const { title, advice } = VERDICTS[finding.verdict][locale.language];
      setText(this.title, title);
      setText(this.advice, advice);
      setText(this.detail, this.details(finding));
      this.more.href = verdictPage(finding.verdict, locale.language);
      this.more.hidden = finding.verdict === 'HEALTHY';
    }
  }

  private details({ verdict, confidence, evidence }: Finding): string {
    const sure = confidence === undefined ? [] : [this.locale.text(`confidence${confidence}`)];
    return [verdict, ...sure, ...evidence].join(' · ');
  }

  private line({ name, outcome, ms, facts }: CheckStep): HTMLLIElement {
    const { locale } = this;
    const line = document.createElement('li');
    line.dataset.step = name;
    line.dataset.outcome = outcome;
    const time = ms === null ? [] : [locale.text('ms', { ms })];
    const outcomeText = [locale.text(OUTCOMES[outcome]), ...time].join(' · ');
    line.append(make('b', locale.text(NAMES[name])), ' ', make('span', outcomeText));
    const more = this.factsOf(facts);
    if (more !== '') {
      line.append(' ', make('small', more));
    }
    return line;
  }

  private factsOf(facts: CheckStep['facts']): string {
    const { sent, back, medianMs, maxMs } = facts;
    if (typeof medianMs === 'number' && typeof maxMs === 'number') {
      return this.locale.text('echoTimes', {
        sent: Number(sent),
        back: Number(back),
        medianMs,
        maxMs,
      });
    }
    return Object.entries(facts)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ');
  }
}

import { diagnosticsOf } from '../../core/inquiry';
import { finding, lateness, silence, unopened } from '../../core/judging';
import { reachOf, recordOf, type ServerRecord } from '../../core/reach';
import type { Finding, HttpAnswer, Language, Platform } from '../../core/types';
import { contact, type Held } from './contact';
import { echo } from './echo';
import { selfTestOf } from './places';

/** Asks by GET; null if there is no answer in time. Never rejects. */
export type Http = (url: string) => Promise<HttpAnswer | null>;

/** The steps, in their order. */
export type StepName = 'ping' | 'open' | 'welcome' | 'ready' | 'record' | 'echo';

/** What a server need not have, and what a browser may not see, is not held against it. */
export type Outcome = 'ok' | 'failed' | 'notAvailable';

export interface CheckStep {
  readonly name: StepName;
  readonly outcome: Outcome;
  /** How long it took; null where that says nothing. */
  readonly ms: number | null;
  /** Numbers and names. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

export interface CheckReport {
  readonly steps: readonly CheckStep[];
  readonly finding: Finding;
  /** Null if the server does not tell. */
  readonly record: ServerRecord['told'] | null;
}

/** Goes to a channel step by step, as far as a browser can see, and says what is wrong. */
export class Check {
  private readonly steps: CheckStep[] = [];

  /**
   * @param origin of the page
   * @param told of each step when it is done
   */
  constructor(
    private readonly platform: Platform,
    private readonly http: Http,
    private readonly origin: string,
    private readonly told: (step: CheckStep) => void,
  ) {}

  async run(url: string, language: Language): Promise<CheckReport> {
    const wrong = this.platform.checkUrl(url);
    if (wrong !== null) {
      this.step('open', 'failed', null);
      return this.report(finding(wrong, 'HIGH', 'the URL'), null);
    }
    const diagnostics = diagnosticsOf(url);
    const ping = await this.ping(diagnostics);
    const nonce = this.platform.nonce();
    const held = await contact(this.platform, url, language, nonce);
    this.rungs(held);
    const asked = held.openAt !== null && reachOf(ping) === 'application';
    const record = asked ? await this.record(`${diagnostics}/hello/${nonce}`) : null;
    held.close();
    const found = this.judge(held, ping, record, diagnostics);
    const echoed = held.readyAt === null ? null : await this.echo(selfTestOf(url));
    const result = echoed ?? found ?? finding('HEALTHY', 'HIGH', 'the hello was answered');
    return this.report(result, record?.told ?? null);
  }

  private async ping(diagnostics: string | null): Promise<HttpAnswer | null> {
    if (diagnostics === null) {
      this.step('ping', 'notAvailable', null);
      return { status: 0, redirected: false, json: null };
    }
    const { answer, ms } = await this.ask(`${diagnostics}/ping`);
    const outcomes = { application: 'ok', something: 'notAvailable', nothing: 'failed' } as const;
    const status = answer?.status ?? 0;
    this.step('ping', outcomes[reachOf(answer)], ms, status === 0 ? {} : { status });
    return answer;
  }

  private rungs({ openAt, welcomedAt, readyAt, endedAt, problem }: Held): void {
    const code: CheckStep['facts'] = problem?.code === undefined ? {} : { code: problem.code };
    let before = 0;
    for (const [name, at] of [
      ['open', openAt],
      ['welcome', welcomedAt],
      ['ready', readyAt],
    ] as const) {
      if (at === null) {
        this.step(name, 'failed', endedAt - before, code);
        return;
      }
      this.step(name, 'ok', at - before);
      before = at;
    }
  }

  private async record(url: string): Promise<ServerRecord | null> {
    const { answer, ms } = await this.ask(url);
    const record = recordOf(answer);
    if (record === null) {
      this.step('record', 'notAvailable', null);
    } else {
      const { helloSeen, welcomeSent } = record;
      this.step('record', 'ok', ms, { helloSeen, welcomeSent });
    }
    return record;
  }

  private async echo(url: string | null): Promise<Finding | null> {
    const echoed = url === null ? null : await echo(this.platform, url);
    if (echoed === null || !echoed.available) {
      this.step('echo', 'notAvailable', null);
      return null;
    }
    const { sent, back, medianMs, maxMs } = echoed;
    const times = medianMs === null || maxMs === null ? {} : { medianMs, maxMs };
    this.step('echo', echoed.finding === null ? 'ok' : 'failed', null, { sent, back, ...times });
    return echoed.finding;
  }

  /** Null if nothing is wrong. */
  private judge(
    { openAt, welcomedAt, endedAt, silent, problem }: Held,
    ping: HttpAnswer | null,
    record: ServerRecord | null,
    diagnostics: string | null,
  ): Finding | null {
    if (problem === null) {
      return lateness((welcomedAt ?? 0) - (openAt ?? 0));
    }
    if (silent) {
      return silence(welcomedAt !== null, endedAt - (openAt ?? 0), reachOf(ping), record);
    }
    if (openAt === null && problem.verdict === 'CONNECT_FAILED') {
      return unopened(ping, diagnostics !== null && new URL(diagnostics).origin === this.origin);
    }
    const { verdict, confidence, evidence } = problem;
    return { verdict, confidence, evidence };
  }

  private async ask(url: string): Promise<{ answer: HttpAnswer | null; ms: number }> {
    const { clock } = this.platform;
    const from = clock.now();
    const answer = await this.http(url);
    return { answer, ms: Math.round(clock.now() - from) };
  }

  private step(
    name: StepName,
    outcome: Outcome,
    ms: number | null,
    facts: CheckStep['facts'] = {},
  ): void {
    const step = { name, outcome, ms, facts };
    this.steps.push(step);
    this.told(step);
  }

  private report(found: Finding, record: CheckReport['record']): CheckReport {
    return { steps: this.steps, finding: found, record };
  }
}

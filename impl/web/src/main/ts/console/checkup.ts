import { httpGet } from '../browser/http';
import { browser } from '../browser/platform';
import { diagnosticsOf } from '../core/inquiry';
import { recordOf, type ServerRecord } from '../core/reach';
import { Check, type CheckReport, type Http } from './check/check';
import type { Locale } from './locale';
import { CheckView } from './view/checkView';

const ANSWER_MS = 5_000;

const http: Http = (url) => httpGet(url, ANSWER_MS);

/** The last check, and what it was of. */
export interface Checked extends CheckReport {
  readonly address: string;
  readonly at: string;
}

/** The check of the connection that the user asks for, one at a time. */
export class Checkup {
  private readonly view: CheckView;
  private last: Checked | null = null;

  /** @param address the one to check */
  constructor(
    private readonly locale: Locale,
    private readonly address: () => string,
  ) {
    this.view = new CheckView(locale, () => void this.run());
  }

  /** Null before the first. */
  get latest(): Checked | null {
    return this.last;
  }

  /** What the server has noted of a connection of this page; null if it does not tell. */
  async recordOf(nonce: string | undefined): Promise<ServerRecord['told'] | null> {
    const diagnostics = diagnosticsOf(this.address());
    if (nonce === undefined || diagnostics === null) {
      return null;
    }
    return recordOf(await http(`${diagnostics}/hello/${nonce}`))?.told ?? null;
  }

  private async run(): Promise<void> {
    const address = this.address();
    const at = new Date().toISOString();
    this.view.begin();
    const check = new Check(browser, http, location.origin, (step) => this.view.add(step));
    const report = await check.run(address, this.locale.language);
    this.last = { address, at, ...report };
    this.view.end(report.finding);
  }
}

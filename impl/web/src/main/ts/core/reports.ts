import type { Ending } from './ending';
import type { Inquiry } from './inquiry';
import type { Timeline } from './timeline';

const MOST = 3;
const MOST_ENTRIES = 200;

/** What went wrong on connections that are gone, until the server can be told of it. */
export class Reports {
  private kept: string[] = [];
  private begun = 0;

  constructor(
    private readonly timeline: Timeline,
    private readonly inquiry: Inquiry,
  ) {}

  /** A connection begins. */
  begin(): void {
    this.begun = this.timeline.count;
  }

  /**
   * It has ended.
   *
   * @param nonce of its hellos
   * @param sessionId absent if it got no session
   */
  add({ verdict, confidence }: Ending, nonce: string, sessionId: string | undefined): void {
    const timeline = this.timeline
      .since(this.begun)
      .slice(-MOST_ENTRIES)
      .map(({ at, event, detail }) => ({ at, event, ...detail }));
    const report = { type: 'report', verdict, confidence, nonce, sessionId, timeline };
    this.kept = [...this.kept, JSON.stringify(report)].slice(-MOST);
  }

  /** There is a connection again. */
  send(by: (json: string) => void): void {
    const all = this.kept;
    this.kept = [];
    all.forEach(by);
  }

  /** There will be none. */
  post(): void {
    this.send((json) => this.inquiry.report(json));
  }
}

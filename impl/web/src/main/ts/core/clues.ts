import { type Ending, endedWith, explainedBy, type Progress } from './ending';
import type { Handshake } from './handshake';
import type { HelloAnswer, Inquiry } from './inquiry';
import { finding, lateness, silence } from './judging';
import type { Finding, Platform, VerdictId } from './types';

/** What may be no more than the consequence of a silence. */
const LOSSES: readonly VerdictId[] = ['CONNECTION_LOST', 'IDLE_CUT', 'HALF_OPEN'];

/** What one connection shows of why it does not get on, or has ended. */
export class Clues {
  private openedAt: number | null = null;
  private wordAt = 0;
  private welcomed = false;
  private noticed = false;
  private answer: HelloAnswer | null = null;

  constructor(
    private readonly platform: Platform,
    private readonly inquiry: Inquiry,
    private readonly handshake: Handshake,
  ) {}

  opened(): void {
    this.openedAt = this.now();
    this.word();
  }

  /** Something was sent, or heard. */
  word(): void {
    this.wordAt = this.now();
  }

  /** Asks elsewhere what the server has seen; the answer counts when there is one. */
  inquire(): void {
    this.inquiry.aboutHello(this.handshake.nonce, (answer) => (this.answer = answer));
  }

  /** @return what it means if a welcome is late; null if not, and for every other than the first */
  greeted(): Finding | null {
    const first = !this.welcomed;
    this.welcomed = true;
    return first ? lateness(this.sinceOpen()) : null;
  }

  /** It has taken too long: a loss that follows may be the consequence of that. */
  noticeSilence(): Finding {
    this.noticed = true;
    return this.silence();
  }

  silence(): Finding {
    const { missing } = this.handshake;
    const afterMs = this.sinceOpen();
    return missing === 'resumption'
      ? finding('SERVER_SILENT', 'MEDIUM', `no answer to resume in ${Math.round(afterMs)} ms`)
      : silence(
          missing === 'answer',
          afterMs,
          this.answer?.reach ?? null,
          this.answer?.record ?? null,
        );
  }

  /** The socket is closed. */
  closed(code: number, reason: string, progress: Progress): Ending {
    const { platform } = this;
    const ending = endedWith(code, reason, progress, {
      silentMs: progress === 'none' ? 0 : this.now() - this.wordAt,
      hidden: platform.hidden?.() ?? false,
      hasOrigin: platform.origin !== undefined,
    });
    // Whoever gives up a connection that never got READY does so for its silence.
    return this.noticed && progress !== 'ready' && LOSSES.includes(ending.verdict)
      ? explainedBy(ending, this.silence())
      : ending;
  }

  private sinceOpen(): number {
    return this.openedAt === null ? 0 : this.now() - this.openedAt;
  }

  private now(): number {
    return this.platform.clock.now();
  }
}

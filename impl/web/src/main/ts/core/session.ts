import type { Resumption, ResumeRequest } from './messages';
import { Receipts } from './receipts';
import type { Settings } from './settings';
import type { Clock, Welcome } from './types';
import { type Line, Uplink } from './uplink';

/** What the server must be shown to go on with a session. */
interface Key {
  readonly id: string;
  readonly token: string;
  readonly windowMs: number;
}

/** How long a server keeps a session that does not say it, in milliseconds. */
const USUAL_WINDOW_MS = 120_000;

/**
 * A conversation with the server. It outlives its connections, if the server can resume: it knows
 * what either side has of the other.
 */
export class Session {
  readonly uplink: Uplink;
  private readonly receipts: Receipts;
  /** Null until the welcome, and for a server that cannot resume. */
  private key: Key | null = null;
  private line: Line | null = null;
  /** Of the last stream that was asked for, and of the last one that the server has opened. */
  private shown: string | undefined;
  private accepted: string | undefined;
  private over = false;
  /** Whether its connection is lost. */
  private lost = false;
  /** When the first one was, since one has held for a while. */
  private lostAt: number | null = null;
  /** Whether what comes in belongs to it: on a later connection only from `resumed` on. */
  private here = true;

  constructor(
    private readonly clock: Clock,
    settings: Settings,
  ) {
    this.uplink = new Uplink(clock, settings);
    this.receipts = new Receipts(clock);
  }

  /** Whether nothing of it counts any more: whoever was told of something may have closed it. */
  get isOver(): boolean {
    return this.over;
  }

  /** Whether the server counts what it sends now for this session. */
  get isHere(): boolean {
    return this.here;
  }

  /** Whether it waits for a connection to go on. */
  get isLost(): boolean {
    return this.key !== null && this.lost;
  }

  /** A stream is asked for, with the token, if any, that proves whose it is. */
  starting(token: string | undefined): void {
    this.shown = token;
  }

  /** The server has opened it. */
  started(): void {
    this.accepted = this.shown;
  }

  /** What a new connection is to say; null if there is nothing to go on with. */
  resumption(): ResumeRequest | null {
    const { key } = this;
    if (key === null || !this.lost) {
      return null;
    }
    const token = this.accepted ?? this.shown;
    const received = this.receipts.say();
    return { sessionId: key.id, resumeToken: key.token, received, ...(token && { token }) };
  }

  /** How long a lost one is waited for yet; 0 or less if not at all. */
  get remainingMs(): number {
    return this.key === null || this.lostAt === null
      ? 0
      : this.lostAt + this.key.windowMs - this.clock.now();
  }

  /**
   * A welcome has come.
   *
   * @param token proves who goes on with the session; a secret
   * @return false if it speaks of another session, which is of no interest
   */
  greeted({ sessionId, resumeWindowMs }: Welcome, token: string | undefined): boolean {
    if (this.key !== null && this.key.id !== sessionId) {
      return false;
    }
    if (sessionId !== undefined && token !== undefined) {
      this.key = { id: sessionId, token, windowMs: resumeWindowMs ?? USUAL_WINDOW_MS };
    }
    return true;
  }

  /**
   * The server goes on with it.
   *
   * @return false if what it says cannot be: the session is lost
   */
  resumed({ sessionId, resumeToken, received }: Resumption): boolean {
    if (this.key?.id !== sessionId || !this.uplink.acknowledge(received)) {
      return false;
    }
    this.key = { ...this.key, token: resumeToken };
    this.here = true;
    return true;
  }

  /** There is a connection that is READY. The first word on a later one is how much has come. */
  attach(line: Line): void {
    this.line = line;
    if (this.lost) {
      this.lost = false;
      this.lostAt = null;
      this.acknowledge();
    }
    // Whoever is told of what was sent may have ended it.
    if (this.line === line) {
      if (this.key !== null) {
        this.receipts.begin(() => this.acknowledge());
      }
      this.uplink.attach(line, this.key !== null);
    }
  }

  /** The connection has ended. */
  detach(): void {
    this.line = null;
    this.here = false;
    this.lost = true;
    this.lostAt ??= this.clock.now();
    this.receipts.end();
    this.uplink.detach();
  }

  /** It will not go on. */
  end(): void {
    this.over = true;
    this.detach();
  }

  /** @param busy whether a stream is not finished */
  isAtStake(busy: boolean): boolean {
    return this.key !== null && (busy || !this.uplink.done);
  }

  /** A reliable message of the server has come. */
  count(): void {
    if (this.here) {
      this.receipts.add();
    }
  }

  /** @return false if the server cannot have received so many */
  acknowledged(received: number): boolean {
    return this.key === null || !this.here || this.uplink.acknowledge(received);
  }

  /** Tells the server how much has come; nothing while there is no connection. */
  acknowledge(): void {
    this.say({ type: 'ack' });
  }

  heartbeat(): void {
    this.say({ type: 'heartbeat', timestamp: Math.round(this.clock.now()) });
  }

  private say(message: { readonly type: string; readonly timestamp?: number }): void {
    const { line } = this;
    if (line !== null) {
      const received = this.receipts.say();
      line.send(message.type, JSON.stringify({ ...message, received }));
    }
  }
}

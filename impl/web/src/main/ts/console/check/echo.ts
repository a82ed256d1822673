import { CLOSE_CODES } from 'generated/protocol';
import { endedWith } from '../../core/ending';
import { finding } from '../../core/judging';
import type { Finding, Platform, Socket, Timer, VerdictId } from '../../core/types';

const FRAMES = 20;
/** 20 ms of audio. */
const FRAME_BYTES = 640;
const FRAME_MS = 20;
const OPEN_MS = 10_000;
const ANSWER_MS = 5_000;

/** An echo so soon after the one before it has waited for that one. */
const BURST_MS = 3;
/** Fewer are no batch. */
const LEAST_BATCH = 3;
/** One batch of so many is more than a stall. */
const ALMOST_ALL = FRAMES * 0.9;
/** The first of a batch waits at least so long. */
const HELD_MS = 150;

/** What came of it; times in milliseconds. */
export interface Echo {
  /** Whether the self-test could be reached at all: a proxy may let the channel alone through. */
  readonly available: boolean;
  readonly sent: number;
  readonly back: number;
  readonly medianMs: number | null;
  readonly maxMs: number | null;
  readonly finding: Finding | null;
}

/** Sends frames as a telephone does to the self-test of a server, and times their return. */
export function echo(platform: Platform, url: string): Promise<Echo> {
  return new Promise((resolve) => new EchoRun(platform, resolve).begin(url));
}

class EchoRun {
  private readonly sentAt: number[] = [];
  private readonly backAt = new Map<number, number>();
  private socket: Socket | null = null;
  private timer: Timer | null = null;
  private over = false;

  constructor(
    private readonly platform: Platform,
    private readonly done: (echo: Echo) => void,
  ) {}

  begin(url: string): void {
    this.after(OPEN_MS, () => this.end(null));
    try {
      this.socket = this.platform.connect(url, {
        // A platform may open within connect(), before there is a socket to send on.
        onOpen: () => this.after(0, () => this.send()),
        onText: () => undefined,
        onBinary: (data) => this.received(data),
        onClose: (code) => this.ended(endedWith(code, '', 'ready').verdict, code),
        onFailure: (verdict) => this.ended(verdict),
      });
    } catch {
      this.end(null);
    }
  }

  private send(): void {
    const frame = new ArrayBuffer(FRAME_BYTES);
    new DataView(frame).setUint32(0, this.sentAt.length);
    this.sentAt.push(this.now());
    this.socket?.send(frame);
    if (this.sentAt.length < FRAMES) {
      this.after(FRAME_MS, () => this.send());
    } else {
      this.after(ANSWER_MS, () => this.end(this.incomplete()));
    }
  }

  private received(data: ArrayBuffer): void {
    const number = data.byteLength === FRAME_BYTES ? new DataView(data).getUint32(0) : FRAMES;
    if (this.over || number >= this.sentAt.length || this.backAt.has(number)) {
      return;
    }
    this.backAt.set(number, this.now());
    if (this.backAt.size === FRAMES) {
      this.end(this.held());
    }
  }

  private ended(verdict: VerdictId, code?: number): void {
    if (this.sentAt.length === 0) {
      this.end(null);
      return;
    }
    const known = code !== undefined && CLOSE_CODES[code] !== undefined;
    const fact = code === undefined ? 'the socket has failed' : `close code ${code}`;
    this.end(finding(verdict, known ? 'HIGH' : 'MEDIUM', fact, this.count()));
  }

  private incomplete(): Finding {
    return finding('HALF_OPEN', 'MEDIUM', `${this.count()} in ${ANSWER_MS} ms`);
  }

  /** Who stalls once lets go of one batch; who fills buffers, of one after the other. */
  private held(): Finding | null {
    const batches = this.batches().filter(
      (batch) => batch.length >= LEAST_BATCH && Math.max(...batch.map(({ ms }) => ms)) > HELD_MS,
    );
    const held = batches.reduce((sum, batch) => sum + batch.length, 0);
    const slowest = Math.max(...this.trips());
    return held >= ALMOST_ALL || (batches.length > 1 && held > FRAMES / 2)
      ? finding(
          'PROXY_BUFFERS',
          'MEDIUM',
          `${held} of ${FRAMES} echoes came in ${batches.length} batches`,
          `the slowest after ${slowest} ms`,
        )
      : null;
  }

  /** Echoes that came right behind each other, with how long each took. */
  private batches(): Array<Array<{ readonly at: number; readonly ms: number }>> {
    const batches: Array<Array<{ readonly at: number; readonly ms: number }>> = [];
    [...this.backAt]
      .map(([number, at]) => ({ at, ms: at - (this.sentAt[number] ?? at) }))
      .sort((a, b) => a.at - b.at)
      .forEach((echo) => {
        const batch = batches[batches.length - 1];
        const before = batch?.[batch.length - 1];
        if (batch !== undefined && before !== undefined && echo.at - before.at < BURST_MS) {
          batch.push(echo);
        } else {
          batches.push([echo]);
        }
      });
    return batches;
  }

  private end(found: Finding | null): void {
    if (this.over) {
      return;
    }
    this.over = true;
    this.timer?.cancel();
    this.socket?.close(1000, '');
    const trips = this.trips();
    this.done({
      available: this.sentAt.length > 0,
      sent: this.sentAt.length,
      back: this.backAt.size,
      medianMs: trips[Math.floor((trips.length - 1) / 2)] ?? null,
      maxMs: trips[trips.length - 1] ?? null,
      finding: found,
    });
  }

  /** Shortest first. */
  private trips(): number[] {
    return [...this.backAt]
      .map(([number, at]) => Math.round((at - (this.sentAt[number] ?? at)) * 10) / 10)
      .sort((a, b) => a - b);
  }

  private count(): string {
    return `${this.backAt.size} of ${this.sentAt.length} echoes`;
  }

  /** One thing is awaited at a time. */
  private after(ms: number, task: () => void): void {
    this.timer?.cancel();
    this.timer = this.over ? null : this.platform.clock.schedule(task, ms);
  }

  private now(): number {
    return this.platform.clock.now();
  }
}

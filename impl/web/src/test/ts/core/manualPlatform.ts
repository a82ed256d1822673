import type {
  Clock,
  HttpAnswer,
  Language,
  Platform,
  Socket,
  SocketListener,
  Timer,
  VerdictId,
  VoiceProblem,
} from '../../../main/ts/core/types';

interface Task {
  readonly due: number;
  readonly order: number;
  readonly run: () => void;
}

/** Time in the hand of a test: it passes in {@link advance}, and nowhere else. */
export class ManualClock implements Clock {
  private time = 0;
  private count = 0;
  private tasks: Task[] = [];

  now(): number {
    return this.time;
  }

  schedule(run: () => void, delayMs: number): Timer {
    const task = { due: this.time + delayMs, order: this.count++, run };
    this.tasks.push(task);
    return { cancel: () => (this.tasks = this.tasks.filter((each) => each !== task)) };
  }

  /** How many tasks wait for their time. */
  get waiting(): number {
    return this.tasks.length;
  }

  advance(ms: number): void {
    const until = this.time + ms;
    for (let next = this.next(until); next !== undefined; next = this.next(until)) {
      this.tasks = this.tasks.filter((each) => each !== next);
      this.time = Math.max(this.time, next.due);
      next.run();
    }
    this.time = until;
  }

  /** Time passes while nothing runs; what was due meanwhile is late. */
  sleep(ms: number): void {
    this.time += ms;
    this.advance(0);
  }

  private next(until: number): Task | undefined {
    return this.tasks
      .filter((task) => task.due <= until)
      .sort((a, b) => a.due - b.due || a.order - b.order)[0];
  }
}

/** A socket in the hand of a test, with what the client did to it. */
export class ManualSocket implements Socket {
  readonly sent: Array<string | ArrayBuffer> = [];
  /** What was reported of earlier connections, which is no part of the conversation. */
  readonly reports: Array<Record<string, unknown>> = [];
  closedWith: number | null = null;
  bufferedAmount = 0;

  constructor(
    readonly url: string,
    readonly listener: SocketListener,
  ) {}

  send(data: string | ArrayBuffer): void {
    const message = typeof data === 'string' ? (JSON.parse(data) as Record<string, unknown>) : null;
    if (message?.type === 'report') {
      this.reports.push(message);
    } else {
      this.sent.push(data);
    }
  }

  close(code: number): void {
    this.closedWith = code;
  }

  /** The fields of the text messages that were sent. */
  get messages(): Array<Record<string, unknown>> {
    return this.sent
      .filter((data): data is string => typeof data === 'string')
      .map((text) => JSON.parse(text) as Record<string, unknown>);
  }

  get nonce(): unknown {
    return this.messages[0]?.nonce;
  }

  receive(message: Record<string, unknown>): void {
    this.listener.onText(JSON.stringify(message));
  }

  /** A welcome of today's server, in answer to the hello or not. */
  welcome(answers = true): void {
    this.receive({
      type: 'welcome',
      message: 'hi',
      timestamp: 0,
      version: 1,
      sessionId: 's',
      attempt: 1,
      ...(answers ? { nonce: this.nonce } : {}),
    });
  }

  /** A welcome of a server that can resume. */
  welcomeWith(resumeToken: string, more: Record<string, unknown> = {}): void {
    this.receive({
      type: 'welcome',
      message: 'hi',
      timestamp: 0,
      version: 1,
      sessionId: 's',
      attempt: 1,
      nonce: this.nonce,
      resumeToken,
      heartbeatMs: 5_000,
      resumeWindowMs: 120_000,
      ...more,
    });
  }

  /** The types of what was sent, binary messages as `audio`. */
  get types(): string[] {
    return this.sent.map((data) =>
      typeof data === 'string' ? String((JSON.parse(data) as { type: unknown }).type) : 'audio',
    );
  }

  openAndWelcome(): void {
    this.listener.onOpen();
    this.welcome();
  }
}

/** A platform on which nothing happens by itself. */
export class ManualPlatform implements Platform {
  readonly name = 'test';
  readonly language: Language = 'en';
  readonly sockets: ManualSocket[] = [];
  readonly lines: string[] = [];
  readonly shown: VoiceProblem[] = [];
  retry: () => void = () => undefined;
  wrongUrl: VerdictId | null = null;
  randomness = 0.5;
  whenConnecting: (listener: SocketListener) => void = () => undefined;
  private nonces = 0;

  constructor(readonly clock = new ManualClock()) {}

  get socket(): ManualSocket {
    const last = this.sockets[this.sockets.length - 1];
    if (last === undefined) {
      throw new Error('no socket');
    }
    return last;
  }

  random(): number {
    return this.randomness;
  }

  network(): string {
    return 'wifi';
  }

  nonce(): string {
    return `n-${++this.nonces}`;
  }

  checkUrl(): VerdictId | null {
    return this.wrongUrl;
  }

  connect(url: string, listener: SocketListener): Socket {
    const socket = new ManualSocket(url, listener);
    this.sockets.push(socket);
    this.whenConnecting(listener);
    return socket;
  }

  showFinal(problem: VoiceProblem, retry: () => void): void {
    this.shown.push(problem);
    this.retry = retry;
  }

  log(line: string): void {
    this.lines.push(line);
  }
}

/** One that has HTTP, too, in the hand of the test. */
export class AskingPlatform extends ManualPlatform {
  readonly asked: string[] = [];
  readonly posted: Array<readonly [string, Record<string, unknown>]> = [];
  /** Undefined: there is no answer yet. */
  answer: HttpAnswer | null | undefined = undefined;
  origin = 'https://host';
  online = true;
  isHidden = false;
  private readonly waiting: Array<(answer: HttpAnswer | null) => void> = [];

  httpGet(url: string, told: (answer: HttpAnswer | null) => void): void {
    this.asked.push(url);
    if (this.answer === undefined) {
      this.waiting.push(told);
    } else {
      told(this.answer);
    }
  }

  httpPost(url: string, json: string): void {
    this.posted.push([url, JSON.parse(json) as Record<string, unknown>]);
  }

  hidden(): boolean {
    return this.isHidden;
  }

  override network(): string {
    return this.online ? 'wifi' : 'none';
  }

  /** Answers what was asked and has no answer. */
  answerNow(answer: HttpAnswer | null): void {
    this.waiting.splice(0).forEach((told) => told(answer));
  }
}

export function answer(status: number, json: unknown = null): HttpAnswer {
  return { status, redirected: false, json };
}

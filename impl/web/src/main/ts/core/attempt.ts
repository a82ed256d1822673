import { PROTOCOL_VERSION } from 'generated/protocol';
import { type Ending, endedBy, endedWith, type Progress } from './ending';
import { parse, type ServerMessage } from './messages';
import type { Settings } from './settings';
import type { Language, Platform, Socket, Timer, VerdictId, Welcome } from './types';

const NORMAL = 1000;
/** Of the range that RFC 6455 leaves to applications: browsers let scripts send no other. */
const GIVEN_UP = 4480;

/** Told how one connection gets on; nothing after the end. */
export interface AttemptListener {
  opened(): void;
  saidHello(number: number): void;
  welcomed(welcome: Welcome): void;
  ready(welcome: Welcome): void;
  silent(verdict: VerdictId): void;
  received(message: ServerMessage, bytes: number): void;
  sent(type: string, bytes: number): void;
  garbage(): void;
  audio(data: ArrayBuffer): void;
  ended(ending: Ending): void;
}

/**
 * One connection, up to READY and on.
 *
 * The hello goes out when the socket is open, and again and again until a welcome carries its
 * nonce: only that proves that both directions work.
 */
export class Attempt {
  private socket: Socket | null = null;
  /** What came before the open; null from the open on. */
  private early: Array<() => void> | null = [];
  /** Of that, what is being handled now. */
  private kept: Array<() => void> = [];
  private readonly timers: Timer[] = [];
  private readonly nonce: string;
  private probe: Timer | null = null;
  private hellos = 0;
  private unanswered = 0;
  private welcome: Welcome | null = null;
  private readied = false;
  private over = false;

  /**
   * @param last whether to wait on this connection for all the time there is, since no other
   *     follows
   */
  constructor(
    private readonly platform: Platform,
    private readonly settings: Settings,
    private readonly language: Language,
    private readonly last: boolean,
    private readonly listener: AttemptListener,
  ) {
    this.nonce = platform.nonce();
  }

  get bufferedAmount(): number {
    return this.socket?.bufferedAmount ?? 0;
  }

  begin(): void {
    this.after(this.settings.welcomeTimeoutMs, () => this.expire());
    try {
      const socket = this.platform.connect(this.settings.url, {
        onOpen: () => this.opened(),
        onText: (text) => this.inTurn(() => this.text(text)),
        onBinary: (data) => this.inTurn(() => this.listener.audio(data)),
        onClose: (code, reason) => this.end(endedWith(code, reason, this.progress())),
        onFailure: (verdict, detail) => this.end(endedBy(verdict, detail)),
      });
      this.socket = socket;
      if (this.over) {
        socket.close(NORMAL, '');
      } else if (this.early === null) {
        this.afterOpen();
      }
    } catch (error) {
      this.end(endedBy('CONNECT_FAILED', String(error)));
    }
  }

  sendText(type: string, text: string): void {
    this.socket?.send(text);
    this.listener.sent(type, text.length);
  }

  sendAudio(data: ArrayBuffer): void {
    this.socket?.send(data);
    this.listener.sent('audio', data.byteLength);
  }

  /** Asks a connection that was READY whether it still is. */
  check(): void {
    if (this.over || !this.readied || this.probe !== null || this.isOlder()) {
      return;
    }
    this.probe = this.platform.clock.schedule(
      () => this.giveUp('CONNECTION_LOST', 'no answer to a hello'),
      this.settings.silenceMs,
    );
    this.hello();
  }

  /** Ends it for a cause. */
  giveUp(verdict: VerdictId, detail: string): void {
    const socket = this.socket;
    this.end(endedBy(verdict, detail));
    socket?.close(GIVEN_UP, verdict);
  }

  /** Ends it without a word to the listener. */
  close(): void {
    this.silence();
    this.socket?.close(NORMAL, '');
  }

  private opened(): void {
    if (this.over || this.early === null) {
      return;
    }
    this.kept = this.early;
    this.early = null;
    // A platform may open within connect(), before there is a socket to say hello on.
    if (this.socket !== null) {
      this.afterOpen();
    }
  }

  private afterOpen(): void {
    this.listener.opened();
    this.hello();
    if (this.over) {
      return;
    }
    for (const delay of this.settings.helloRepeatMs) {
      this.after(delay, () => this.helloAgain());
    }
    this.after(this.settings.silenceMs, () => this.noticeSilence());
    for (const message of this.kept) {
      if (!this.over) {
        message();
      }
    }
    this.kept = [];
  }

  private helloAgain(): void {
    if (!this.readied) {
      this.hello();
    }
  }

  private hello(): void {
    if (this.over) {
      return;
    }
    this.hellos++;
    this.unanswered++;
    this.sendText(
      'hello',
      JSON.stringify({
        type: 'hello',
        version: PROTOCOL_VERSION,
        nonce: this.nonce,
        locale: this.language,
        client: { platform: this.platform.name, network: this.platform.network() },
      }),
    );
    this.listener.saidHello(this.hellos);
  }

  private noticeSilence(): void {
    if (this.readied) {
      return;
    }
    const verdict = this.silenceVerdict();
    this.listener.silent(verdict);
    if (!this.last) {
      this.giveUp(verdict, `not ready ${this.settings.silenceMs} ms after the open`);
    }
  }

  private expire(): void {
    if (this.early !== null) {
      this.giveUp('CONNECT_TIMED_OUT', `not open in ${this.settings.welcomeTimeoutMs} ms`);
    } else if (!this.readied) {
      this.giveUp(this.silenceVerdict(), `not ready in ${this.settings.welcomeTimeoutMs} ms`);
    }
  }

  private progress(): Progress {
    if (this.readied) {
      return 'ready';
    }
    return this.early === null ? 'open' : 'none';
  }

  private silenceVerdict(): VerdictId {
    return this.welcome === null ? 'SERVER_SILENT' : 'HELLO_LOST_UPSTREAM';
  }

  /** What comes before the open is kept for it: real platforms deliver in that order. */
  private inTurn(message: () => void): void {
    if (this.over) {
      return;
    }
    if (this.early !== null) {
      this.early.push(message);
    } else if (this.socket === null || this.kept.length > 0) {
      this.kept.push(message);
    } else {
      message();
    }
  }

  private text(text: string): void {
    const message = parse(text);
    if (message === null) {
      if (this.readied) {
        this.listener.garbage();
      } else {
        this.giveUp('NOT_OUR_PROTOCOL', 'the first message is none of this protocol');
      }
    } else if (message.type === 'welcome') {
      this.listener.received(message, text.length);
      this.greeted(message);
    } else if (!this.isAnswerOfOlderServer(message)) {
      this.listener.received(message, text.length);
    }
  }

  private greeted(welcome: Welcome): void {
    if (welcome.version !== undefined && welcome.version !== PROTOCOL_VERSION) {
      this.giveUp('VERSION_MISMATCH', `version ${welcome.version}`);
      return;
    }
    this.welcome = welcome;
    if (!this.readied) {
      this.listener.welcomed(welcome);
    }
    if (this.over || (welcome.nonce !== this.nonce && !this.isOlder())) {
      return;
    }
    this.probe?.cancel();
    this.probe = null;
    if (!this.readied) {
      this.readied = true;
      this.listener.ready(welcome);
    }
  }

  private isOlder(): boolean {
    return this.welcome !== null && this.welcome.version === undefined;
  }

  /** An older server does not know hello, and may complain of each. */
  private isAnswerOfOlderServer(message: ServerMessage): boolean {
    if (message.type === 'error' && this.isOlder() && this.unanswered > 0) {
      this.unanswered--;
      return true;
    }
    return false;
  }

  private after(delayMs: number, task: () => void): void {
    this.timers.push(this.platform.clock.schedule(task, delayMs));
  }

  private end(ending: Ending): void {
    if (!this.over) {
      this.silence();
      this.listener.ended(ending);
    }
  }

  private silence(): void {
    this.over = true;
    this.kept = [];
    this.timers.forEach((timer) => timer.cancel());
    this.probe?.cancel();
  }
}

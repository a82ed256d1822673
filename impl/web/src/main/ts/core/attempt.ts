import { PROTOCOL_VERSION } from 'generated/protocol';
import { Clues } from './clues';
import { type Ending, endedBy, endedFor, type Progress } from './ending';
import { Handshake } from './handshake';
import { InTurn } from './inTurn';
import { finding } from './judging';
import type { Inquiry } from './inquiry';
import { type Greeting, parse, type ResumeRequest, type Resumption, type ServerMessage } from './messages';
import { Pulse } from './pulse';
import type { Settings } from './settings';
import type { Finding, Language, Platform, Socket, Timer, VerdictId } from './types';
import type { Line } from './uplink';

const NORMAL = 1000;
/** Of the range that RFC 6455 leaves to applications: browsers let scripts send no other. */
const GIVEN_UP = 4480;

/** Told how one connection gets on; nothing after the end. */
export interface AttemptListener {
  opened(): void;
  saidHello(number: number): void;
  /** @param received how much of the session has come */
  askedToResume(received: number): void;
  /** A welcome, before READY or later. */
  welcomed(greeting: Greeting): void;
  /** The server goes on with the session. */
  resumed(resumption: Resumption): void;
  ready(): void;
  silent(finding: Finding): void;
  /** The first welcome has come, late. */
  slow(finding: Finding): void;
  received(message: ServerMessage, bytes: number): void;
  sent(type: string, bytes: number): void;
  garbage(): void;
  audio(data: ArrayBuffer): void;
  /** Nothing came for a while, since READY: a heartbeat is due. */
  quiet(): void;
  /** Nor was there an answer to it; the end follows. */
  unanswered(): void;
  ended(ending: Ending): void;
}

/**
 * One connection, up to READY and on.
 *
 * The hello goes out when the socket is open, and again and again until a welcome carries its
 * nonce: only that proves that both directions work. One that is to go on with a session says so
 * behind the first hello, and is READY when the server has agreed.
 */
export class Attempt implements Line {
  private socket: Socket | null = null;
  private opened = false;
  /** Real platforms deliver behind the open; what comes before it is kept for it. */
  private readonly turn = new InTurn();
  private readonly timers: Timer[] = [];
  private readonly handshake: Handshake;
  private readonly clues: Clues;
  private probe: Timer | null = null;
  private pulse: Pulse | null = null;
  private readied = false;
  private over = false;

  /**
   * @param last whether to wait on this connection for all the time there is, since no other
   *     follows
   * @param resumption the session to go on with; null for a new one
   */
  constructor(
    private readonly platform: Platform,
    private readonly settings: Settings,
    private readonly language: Language,
    private readonly last: boolean,
    private readonly resumption: ResumeRequest | null,
    inquiry: Inquiry,
    private readonly listener: AttemptListener,
  ) {
    this.handshake = new Handshake(platform.nonce(), resumption !== null);
    this.clues = new Clues(platform, inquiry, this.handshake);
  }

  get bufferedAmount(): number {
    return this.socket?.bufferedAmount ?? 0;
  }

  begin(): void {
    this.after(this.settings.welcomeTimeoutMs, () => this.expire());
    try {
      const socket = this.platform.connect(this.settings.url, {
        onOpen: () => this.open(),
        onText: (text) => this.turn.add(() => this.text(text)),
        onBinary: (data) => this.turn.add(() => this.binary(data)),
        onClose: (code, reason) => this.end(this.clues.closed(code, reason, this.progress())),
        onFailure: (verdict, detail) => this.end(endedBy(verdict, detail)),
      });
      this.socket = socket;
      if (this.over) {
        socket.close(NORMAL, '');
      } else if (this.opened) {
        this.afterOpen();
      }
    } catch (error) {
      this.end(endedBy('CONNECT_FAILED', String(error)));
    }
  }

  send(type: string, data: string | ArrayBuffer): void {
    this.clues.word();
    this.socket?.send(data);
    this.listener.sent(type, typeof data === 'string' ? data.length : data.byteLength);
  }

  /** Of its hellos. */
  get nonce(): string {
    return this.handshake.nonce;
  }

  /** Whether the server is from before the hello, and knows nothing else of today either. */
  get isOlder(): boolean {
    return this.handshake.isOlder;
  }

  /** Asks a connection that was READY whether it still is. */
  check(): void {
    if (this.over || !this.readied || this.probe !== null || this.isOlder) {
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
    this.giveUpFor(endedBy(verdict, detail));
  }

  private giveUpFor(ending: Ending): void {
    if (this.over) {
      return;
    }
    this.end(ending);
    // A server that is told of a normal end keeps no session, which nobody would resume.
    const code = ending.resumable ? GIVEN_UP : NORMAL;
    this.socket?.close(code, ending.verdict);
  }

  /** Ends it without a word to the listener. */
  close(): void {
    this.silence();
    this.socket?.close(NORMAL, '');
  }

  private open(): void {
    if (this.over || this.opened) {
      return;
    }
    this.opened = true;
    this.clues.opened();
    // A platform may open within connect(), before there is a socket to say hello on.
    if (this.socket !== null) {
      this.afterOpen();
    }
  }

  private afterOpen(): void {
    this.listener.opened();
    this.hello();
    this.askToResume();
    if (this.over) {
      return;
    }
    for (const delay of this.settings.helloRepeatMs) {
      this.after(delay, () => this.helloAgain());
    }
    // Half-way, so that the answer is there when the silence is noticed.
    this.after(this.settings.silenceMs / 2, () => this.inquire());
    this.after(this.settings.silenceMs, () => this.noticeSilence());
    this.turn.open();
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
    const number = this.handshake.saidHello();
    this.send(
      'hello',
      JSON.stringify({
        type: 'hello',
        version: PROTOCOL_VERSION,
        nonce: this.handshake.nonce,
        locale: this.language,
        client: { platform: this.platform.name, network: this.platform.network() },
      }),
    );
    this.listener.saidHello(number);
  }

  private askToResume(): void {
    if (!this.over && this.resumption !== null) {
      this.handshake.askedToResume();
      this.send('resume', JSON.stringify({ type: 'resume', ...this.resumption }));
      this.listener.askedToResume(this.resumption.received);
    }
  }

  private inquire(): void {
    if (!this.readied) {
      this.clues.inquire();
    }
  }

  private noticeSilence(): void {
    if (this.readied) {
      return;
    }
    const finding = this.clues.noticeSilence();
    this.listener.silent(finding);
    if (!this.last) {
      this.giveUpFor(endedFor(finding));
    }
  }

  private expire(): void {
    if (!this.opened) {
      const fact = `not open in ${this.settings.welcomeTimeoutMs} ms`;
      // How far it got is not known: it may be TLS, or the handshake.
      this.giveUpFor(endedFor(finding('CONNECT_TIMED_OUT', 'MEDIUM', fact)));
    } else if (!this.readied) {
      this.giveUpFor(endedFor(this.clues.silence()));
    }
  }

  private progress(): Progress {
    if (this.readied) {
      return 'ready';
    }
    return this.opened ? 'open' : 'none';
  }

  private binary(data: ArrayBuffer): void {
    this.heard();
    this.listener.audio(data);
  }

  private heard(): void {
    this.clues.word();
    this.pulse?.heard();
  }

  private text(text: string): void {
    this.heard();
    const message = parse(text);
    if (!this.readied && (message === null || message.type === 'incomplete')) {
      this.giveUp('NOT_OUR_PROTOCOL', 'the first message is none of this protocol');
    } else if (message === null) {
      this.listener.garbage();
    } else if (!this.handshake.isComplaint(message)) {
      this.listener.received(message, text.length);
      this.received(message);
    }
  }

  private received(message: ServerMessage): void {
    if (this.over) {
      return;
    }
    if (message.type === 'welcome') {
      this.greeted(message);
    } else if (message.type === 'resumed' && this.handshake.resumed()) {
      this.listener.resumed(message);
      this.becomeReady();
    } else if (message.type === 'resumed') {
      this.listener.garbage();
    }
  }

  private greeted(greeting: Greeting): void {
    if (greeting.version !== undefined && greeting.version !== PROTOCOL_VERSION) {
      this.giveUp('VERSION_MISMATCH', `version ${greeting.version}`);
      return;
    }
    const late = this.clues.greeted();
    if (late !== null) {
      this.listener.slow(late);
    }
    const answers = this.handshake.greeted(greeting);
    this.listener.welcomed(greeting);
    if (answers) {
      this.probe?.cancel();
      this.probe = null;
      this.becomeReady();
    }
  }

  private becomeReady(): void {
    if (this.over || this.readied || !this.handshake.done) {
      return;
    }
    this.readied = true;
    const { heartbeatMs } = this.handshake;
    if (heartbeatMs > 0) {
      this.pulse = new Pulse(this.platform.clock, heartbeatMs, {
        beat: () => this.listener.quiet(),
        dead: () => {
          this.listener.unanswered();
          this.giveUp('HALF_OPEN', 'nothing comes in');
        },
      });
    }
    this.listener.ready();
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
    this.turn.end();
    this.timers.forEach((timer) => timer.cancel());
    this.probe?.cancel();
    this.pulse?.stop();
  }
}

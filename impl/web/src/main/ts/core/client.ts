import { Attempt, type AttemptListener } from './attempt';
import { retryDelay } from './backoff';
import { Conversation } from './conversation';
import { Deferred } from './deferred';
import { Emitter } from './emitter';
import { type Ending, endedBy } from './ending';
import type { ServerMessage } from './messages';
import { VoiceError } from './problem';
import { type Settings, settingsOf } from './settings';
import type { VoiceStream } from './stream';
import { logLine, Timeline } from './timeline';
import type {
  ClientEvents,
  ClientOptions,
  Language,
  Platform,
  StartFields,
  State,
  Timer,
  TimelineEntry,
  TimelineEventName,
  VerdictId,
  Welcome,
} from './types';
import { Uplink } from './uplink';

/**
 * A client of the realtime-voice channel, on whatever platform.
 *
 * It is connected at READY: a welcome has come in answer to its own hello, so both directions work.
 * It repairs what it can on the same socket, then on a new one, a counted number of times, and ends
 * with a cause. All calls and events are on the platform's one thread.
 */
export class VoiceClient {
  readonly timeline: Timeline;
  private readonly settings: Settings;
  private readonly language: Language;
  private readonly emitter: Emitter<ClientEvents>;
  private readonly writeLog: (line: string) => void;
  private readonly uplink: Uplink;
  private conversation: Conversation;
  private attempt: Attempt | null = null;
  private current: State = 'CLOSED';
  private latest: Welcome | null = null;
  /** Counts what begins and what ends, so that what was told in between can see it. */
  private life = 0;
  private retried = 0;
  private retryAfterMs = 0;
  private serverError: { readonly message: string; readonly code?: string } | null = null;
  private pause: Timer | null = null;
  private stable: Timer | null = null;

  constructor(
    private readonly platform: Platform,
    private readonly options: ClientOptions,
  ) {
    this.settings = settingsOf(options);
    this.language = options.language ?? platform.language;
    this.writeLog = safely(
      options.log === false ? () => undefined : (options.log ?? ((line) => platform.log(line))),
    );
    this.emitter = new Emitter((event, error) =>
      this.writeLog(`realtime-voice a listener of ${String(event)} has thrown: ${String(error)}`),
    );
    this.timeline = new Timeline(
      () => platform.clock.now(),
      this.settings.timelineSize,
      (entry) => this.noted(entry),
    );
    this.uplink = new Uplink(this.settings);
    this.conversation = this.newConversation();
  }

  get state(): State {
    return this.current;
  }

  get connected(): boolean {
    return this.current === 'READY';
  }

  /** The last one; null before the first. */
  get welcome(): Welcome | null {
    return this.latest;
  }

  /** How many new connections were tried since the last stable one. */
  get retries(): number {
    return this.retried;
  }

  /** Adds a listener, and returns what removes it. */
  on<K extends keyof ClientEvents>(
    event: K,
    listener: (value: ClientEvents[K]) => void,
  ): () => void {
    return this.emitter.on(event, listener);
  }

  /** Begins; does nothing unless CLOSED. */
  connect(): void {
    if (this.current !== 'CLOSED') {
      return;
    }
    this.life++;
    this.retried = 0;
    this.timeline.restart();
    const wrong = this.platform.checkUrl(this.settings.url);
    if (wrong !== null) {
      this.finish(endedBy(wrong, 'the URL'));
      return;
    }
    this.begin();
  }

  /** Ends it, whatever it was at; may be called at any time, and more than once. */
  close(): void {
    if (this.current === 'CLOSED') {
      return;
    }
    this.life++;
    this.cancelTimers();
    const attempt = this.attempt;
    this.attempt = null;
    attempt?.close();
    this.conversation.lost(this.error('CONNECTION_LOST', { detail: 'closed by the application' }));
    this.note('closed');
    this.become('CLOSED');
  }

  /** Looks whether the connection still works: after a pause in the background, on a new network. */
  check(): void {
    this.note('check');
    if (this.current === 'READY') {
      this.attempt?.check();
    } else if (this.current === 'RECOVERING' && this.pause !== null) {
      this.pause.cancel();
      this.begin();
    }
  }

  /** Opens a stream; the promise gives it when the server takes audio. */
  start(fields: StartFields = {}): Promise<VoiceStream> {
    if (this.current !== 'READY') {
      const result = new Deferred<VoiceStream>();
      result.reject(this.problem('NOT_READY', `in state ${this.current}`));
      return result.promise;
    }
    return this.conversation.start(fields);
  }

  private begin(): void {
    this.pause = null;
    this.retryAfterMs = 0;
    this.serverError = null;
    const last = this.retried >= this.settings.maxRetries;
    const attempt: Attempt = new Attempt(
      this.platform,
      this.settings,
      this.language,
      last,
      this.listenerTo(() => this.attempt === attempt),
    );
    this.attempt = attempt;
    if (this.step('CONNECTING', 'connecting', { attempt: this.retried + 1 })) {
      attempt.begin();
    }
  }

  /** What an attempt tells counts only while it is the one. */
  private listenerTo(isCurrent: () => boolean): AttemptListener {
    const guarded =
      <A extends unknown[]>(action: (...values: A) => void) =>
      (...values: A): void => {
        if (isCurrent()) {
          action(...values);
        }
      };
    return {
      opened: guarded(() => {
        this.step('OPEN', 'open');
      }),
      saidHello: guarded((number: number) => {
        this.step(this.current === 'OPEN' ? 'HELLO_SENT' : this.current, 'hello', { number });
      }),
      welcomed: guarded((welcome: Welcome) => this.welcomed(welcome)),
      ready: guarded((welcome: Welcome) => this.ready(welcome)),
      silent: guarded((verdict: VerdictId) => this.silent(verdict)),
      received: guarded((message: ServerMessage, bytes: number) => this.received(message, bytes)),
      sent: guarded((type: string, bytes: number) =>
        this.emitter.emit('message', { direction: 'out', type, bytes }),
      ),
      garbage: guarded(() => void this.problem('BAD_MESSAGE', 'left out')),
      audio: guarded((data: ArrayBuffer) => {
        this.emitter.emit('message', { direction: 'in', type: 'audio', bytes: data.byteLength });
        this.emitter.emit('audio', data);
      }),
      ended: guarded((ending: Ending) => this.ended(ending)),
    };
  }

  private welcomed(welcome: Welcome): void {
    this.latest = welcome;
    this.step('WELCOMED', 'welcome', { attempt: welcome.attempt ?? 1 });
  }

  private ready(welcome: Welcome): void {
    this.latest = welcome;
    this.stable = this.platform.clock.schedule(() => {
      this.retried = 0;
    }, this.settings.stableMs);
    if (this.step('READY', 'ready')) {
      this.emitter.emit('ready', welcome);
    }
  }

  private silent(verdict: VerdictId): void {
    this.note('silent', { verdict });
    this.emitter.emit('silent', this.error(verdict, { detail: 'still waiting' }));
  }

  private received(message: ServerMessage, bytes: number): void {
    const type = message.type === 'other' ? message.name : message.type;
    // An error explains the end that follows it, and not one that comes much later.
    this.serverError = null;
    this.retryAfterMs = 0;
    this.emitter.emit('message', { direction: 'in', type, bytes });
    switch (message.type) {
      case 'ready':
        this.conversation.ready();
        break;
      case 'result':
        this.note('result', { final: message.isFinal });
        this.emitter.emit('result', message);
        break;
      case 'stopped':
        this.note('stopped');
        this.conversation.stopped(message);
        this.emitter.emit('stopped', message);
        break;
      case 'error':
        this.serverError = message;
        this.retryAfterMs = message.retryAfterMs ?? 0;
        this.note('error', { code: message.code ?? '' });
        this.emitter.emit('error', message);
        if (message.fatal !== true) {
          this.conversation.refused(message);
        }
        break;
      default:
    }
  }

  private ended(ending: Ending): void {
    const wasReady = this.current === 'READY';
    const life = this.life;
    this.attempt = null;
    this.cancelTimers();
    this.note(wasReady ? 'lost' : 'failed', known(ending));
    this.conversation.lost(this.error(ending.verdict, this.circumstances(ending)));
    if (life !== this.life) {
      return;
    }
    if (!ending.retryable || this.retried >= this.settings.maxRetries) {
      this.finish(ending);
    } else {
      this.retry(ending);
    }
  }

  private retry(ending: Ending): void {
    this.retried++;
    const atLeastMs = Math.max(ending.retryAfterMs, this.retryAfterMs);
    const inMs = retryDelay(this.retried, this.settings, atLeastMs, this.platform.random());
    this.pause = this.platform.clock.schedule(() => this.begin(), inMs);
    if (this.step('RECOVERING', 'retry', { number: this.retried, inMs })) {
      this.emitter.emit('retry', { number: this.retried, inMs });
    }
  }

  private finish(ending: Ending): void {
    const problem = this.error(ending.verdict, this.circumstances(ending));
    const life = ++this.life;
    this.note('final', { verdict: ending.verdict });
    this.become('CLOSED');
    if (life !== this.life) {
      return;
    }
    this.emitter.emit('final', problem);
    if (life !== this.life) {
      return;
    }
    const show = this.options.showFinal;
    if (show === undefined) {
      this.platform.showFinal(problem, () => this.connect(), this.language);
    } else if (show !== false) {
      show(problem, () => this.connect());
    }
  }

  private newConversation(): Conversation {
    return new Conversation({
      sendStart: (fields) => {
        this.note('start');
        this.attempt?.sendText('start', JSON.stringify({ ...fields, type: 'start' }));
      },
      started: () => this.note('started'),
      sendAudio: (data) => this.sendAudio(data),
      sendStop: () => {
        this.note('stop');
        this.attempt?.sendText('stop', '{"type":"stop"}');
      },
      problem: (verdict, detail, serverCode) =>
        this.problem(verdict, detail, serverCode === '' ? undefined : serverCode),
    });
  }

  private sendAudio(data: ArrayBuffer): boolean {
    const attempt = this.attempt;
    if (attempt === null) {
      return false;
    }
    const passage = this.uplink.admit(data.byteLength, attempt.bufferedAmount);
    if (passage.turned) {
      this.emitter.emit('uplink', passage);
      if (!passage.pass) {
        this.problem('UPLINK_TOO_SLOW', `${passage.queuedBytes} bytes wait`);
      }
    }
    if (passage.pass) {
      attempt.sendAudio(data);
    } else if (this.settings.uplinkPolicy === 'close') {
      attempt.giveUp('UPLINK_TOO_SLOW', 'the policy of the application');
    }
    return passage.pass;
  }

  private problem(verdict: VerdictId, detail: string, serverCode?: string): VoiceError {
    const problem = this.error(
      verdict,
      serverCode === undefined ? { detail } : { detail, serverCode },
    );
    this.note('problem', { verdict });
    this.emitter.emit('problem', problem);
    return problem;
  }

  private error(
    verdict: VerdictId,
    circumstances: { detail: string; code?: number; serverCode?: string },
  ): VoiceError {
    return new VoiceError(verdict, this.language, circumstances);
  }

  private circumstances(ending: Ending): { detail: string; code?: number; serverCode?: string } {
    const serverCode = this.serverError?.code;
    return {
      detail: this.serverError?.message ?? ending.detail,
      ...(ending.code === undefined ? {} : { code: ending.code }),
      ...(serverCode === undefined ? {} : { serverCode }),
    };
  }

  /**
   * Notes something, and is somewhere else by it.
   *
   * @returns false if a listener has meanwhile closed the client, or begun anew
   */
  private step(
    state: State,
    event: TimelineEventName,
    detail: TimelineEntry['detail'] = {},
  ): boolean {
    const life = this.life;
    this.note(event, detail);
    if (life === this.life) {
      this.become(state);
    }
    return life === this.life;
  }

  private become(state: State): void {
    const from = this.current;
    if (from !== state) {
      this.current = state;
      this.emitter.emit('state', { from, to: state });
    }
  }

  private note(event: TimelineEventName, detail: TimelineEntry['detail'] = {}): void {
    this.timeline.add(event, detail);
  }

  private noted(entry: TimelineEntry): void {
    this.writeLog(logLine(entry));
    this.emitter.emit('timeline', entry);
  }

  private cancelTimers(): void {
    this.pause?.cancel();
    this.pause = null;
    this.stable?.cancel();
    this.stable = null;
  }
}

/** A log that throws must not stop what it is told of, and there is nobody else to tell. */
function safely(write: (line: string) => void): (line: string) => void {
  return (line) => {
    try {
      write(line);
    } catch {
      // See above.
    }
  };
}

function known(ending: Ending): TimelineEntry['detail'] {
  return ending.code === undefined
    ? { verdict: ending.verdict }
    : { verdict: ending.verdict, code: ending.code };
}

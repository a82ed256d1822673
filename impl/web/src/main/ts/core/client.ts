import { Attempt, type AttemptListener } from './attempt';
import { Comeback } from './comeback';
import { Conversation } from './conversation';
import { Course } from './course';
import { Deferred } from './deferred';
import { type Ending, endedBy } from './ending';
import { Farewell } from './farewell';
import { guarded } from './guarded';
import { Incoming } from './incoming';
import { Inquiry } from './inquiry';
import type { Greeting } from './messages';
import { outgoing } from './outgoing';
import { Reports } from './reports';
import { type Sequel, sequelOf } from './sequel';
import { Session } from './session';
import { type Settings, settingsOf } from './settings';
import type { VoiceStream } from './stream';
import { Telling } from './telling';
import { Tries } from './tries';
import type { Timeline } from './timeline';
import type {
  ClientEvents,
  ClientOptions,
  Language,
  Platform,
  StartFields,
  State,
  TimelineEntry,
  VerdictId,
  Welcome,
} from './types';

const GIVEN_UP = endedBy('UPLINK_TOO_SLOW', 'the policy of the application');

/**
 * A client of the realtime-voice channel, on whatever platform.
 *
 * It is connected at READY: a welcome has come in answer to its own hello, so both directions work.
 * It repairs what it can on the same socket, then on a new one, a counted number of times, and ends
 * with a cause. A stream outlives the sockets: while there is none, what it is given is kept. All
 * calls and events are on the platform's one thread.
 */
export class VoiceClient {
  private readonly settings: Settings;
  private readonly language: Language;
  private readonly telling: Telling;
  private readonly conversation: Conversation;
  private readonly incoming: Incoming;
  private readonly comeback: Comeback;
  private readonly course: Course;
  private readonly inquiry: Inquiry;
  private readonly reports: Reports;
  private readonly tries: Tries;
  private session: Session;
  private attempt: Attempt | null = null;
  private farewell = new Farewell();
  private latest: Welcome | null = null;

  constructor(
    private readonly platform: Platform,
    private readonly options: ClientOptions,
  ) {
    const { clock } = platform;
    this.settings = settingsOf(options);
    this.language = options.language ?? platform.language;
    const toPlatform = (line: string): void => platform.log(line);
    this.telling = new Telling(
      this.language,
      () => clock.now(),
      this.settings.timelineSize,
      options.log === false ? () => undefined : (options.log ?? toPlatform),
    );
    this.course = new Course(this.telling);
    this.inquiry = new Inquiry(platform, this.settings.url);
    this.reports = new Reports(this.telling.timeline, this.inquiry);
    this.tries = new Tries(this.inquiry, clock);
    this.comeback = new Comeback(
      clock,
      this.settings,
      () => platform.random(),
      () => this.begin(),
    );
    this.session = new Session(clock, this.settings);
    this.conversation = new Conversation(
      outgoing(this.settings, this.telling, {
        session: () => this.session,
        giveUp: () => this.giveUpSession(),
      }),
    );
    this.incoming = new Incoming(this.telling, this.conversation);
  }

  get state(): State {
    return this.course.state;
  }

  get connected(): boolean {
    return this.state === 'READY';
  }

  get timeline(): Timeline {
    return this.telling.timeline;
  }

  /** The last one; null before the first. */
  get welcome(): Welcome | null {
    return this.latest;
  }

  /** How many new connections were tried since the last stable one. */
  get retries(): number {
    return this.comeback.count;
  }

  /** Adds a listener, and returns what removes it. */
  on<K extends keyof ClientEvents>(
    event: K,
    listener: (value: ClientEvents[K]) => void,
  ): () => void {
    return this.telling.on(event, listener);
  }

  /** Begins; does nothing unless CLOSED. */
  connect(): void {
    if (this.state !== 'CLOSED') {
      return;
    }
    this.course.turn();
    this.comeback.restart();
    this.comeback.spread(0);
    this.tries.restart();
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
    if (this.state === 'CLOSED') {
      return;
    }
    this.course.turn();
    this.comeback.cancel();
    this.tries.cancel();
    const attempt = this.attempt;
    this.attempt = null;
    attempt?.close();
    this.lose('CONNECTION_LOST', { detail: 'closed by the application' });
    this.telling.note('closed');
    this.course.become('CLOSED');
  }

  /** Looks whether the connection still works: after a pause in the background, on a new network. */
  check(): void {
    this.telling.note('check');
    if (this.state === 'READY') {
      this.attempt?.check();
    } else {
      this.comeback.hurry();
    }
  }

  /** Opens a stream; the promise gives it when the server takes audio. */
  start(fields: StartFields = {}): Promise<VoiceStream> {
    if (this.state !== 'READY') {
      const result = new Deferred<VoiceStream>();
      result.reject(this.telling.problem('NOT_READY', { detail: `in state ${this.state}` }));
      return result.promise;
    }
    return this.conversation.start(fields);
  }

  private begin(): void {
    this.farewell = new Farewell();
    this.reports.begin();
    const attempt: Attempt = new Attempt(
      this.platform,
      this.settings,
      this.language,
      this.comeback.exhausted && this.session.remainingMs <= 0,
      this.session.resumption(),
      this.inquiry,
      guarded(() => this.attempt === attempt, this.listenerTo(() => attempt)),
    );
    this.attempt = attempt;
    if (this.course.step('CONNECTING', 'connecting', { attempt: this.comeback.count + 1 })) {
      attempt.begin();
    }
  }

  private listenerTo(attempt: () => Attempt): AttemptListener {
    const { course, incoming, telling } = this;
    return {
      opened: () => void course.step('OPEN', 'open'),
      saidHello: (number) => {
        course.step(this.state === 'OPEN' ? 'HELLO_SENT' : this.state, 'hello', { number });
      },
      askedToResume: (received) => telling.note('resume', { received }),
      welcomed: (greeting) => this.welcomed(attempt(), greeting),
      resumed: (resumption) => {
        if (!this.session.resumed(resumption)) {
          attempt().giveUp('SESSION_LOST', 'another session, or a count that cannot be');
        }
      },
      ready: () => this.ready(attempt()),
      silent: ({ verdict, ...known }) => {
        telling.note('silent', { verdict });
        telling.emit('silent', telling.error(verdict, { ...known, detail: 'still waiting' }));
      },
      slow: ({ verdict, ...known }) => void telling.problem(verdict, known),
      received: (message, size) => {
        this.farewell.heard(message);
        if (message.type === 'goaway') {
          this.comeback.spread(message.retryAfterMs);
        }
        incoming.take(message, size, this.session);
      },
      sent: (type, bytes) => telling.emit('message', { direction: 'out', type, bytes }),
      garbage: () => incoming.garbage(),
      audio: (data) => incoming.audio(data),
      quiet: () => this.session.heartbeat(),
      unanswered: () => telling.note('heartbeat', { answered: false }),
      ended: (ending) => {
        const explained = this.farewell.explain(ending);
        this.ended(this.tries.seen(explained, this.state === 'READY'), attempt());
      },
    };
  }

  private welcomed(attempt: Attempt, { resumeToken, ...welcome }: Greeting): void {
    const { session } = this;
    const { limits } = welcome;
    const adopted = session.greeted(welcome, resumeToken);
    if (this.state === 'READY') {
      return;
    }
    this.latest =
      adopted || this.latest === null ? welcome : { ...this.latest, ...(limits && { limits }) };
    const noted = this.course.step('WELCOMED', 'welcome', { attempt: welcome.attempt ?? 1 });
    if (noted && session.isLost && resumeToken === undefined) {
      attempt.giveUp('SESSION_LOST', 'this server keeps no sessions');
    }
  }

  private ready(attempt: Attempt): void {
    const { session } = this;
    const resumed = session.isLost;
    const replayed = session.uplink.unanswered;
    this.comeback.succeeded();
    const event = resumed ? 'resumed' : 'ready';
    if (!this.course.step('READY', event, resumed ? { replayed } : {}) || this.attempt !== attempt) {
      return;
    }
    session.attach(attempt);
    if (!attempt.isOlder) {
      this.reports.send((text) => attempt.send('report', text));
    }
    if (this.attempt !== attempt) {
      return;
    }
    if (resumed) {
      this.telling.emit('resumed', { replayed });
    } else if (this.latest !== null) {
      this.telling.emit('ready', this.latest);
    }
  }

  private ended(ending: Ending, attempt: Attempt): void {
    const { session } = this;
    const { life } = this.course;
    const wasReady = this.state === 'READY';
    const wasResuming = session.isLost;
    this.attempt = null;
    this.comeback.cancel();
    session.detach();
    this.telling.note(wasReady ? 'lost' : 'failed', known(ending));
    this.reports.add(ending, attempt.nonce, wasReady ? this.latest?.sessionId : undefined);
    if (life !== this.course.life) {
      return;
    }
    const sequel = sequelOf(ending, session, wasResuming, this.conversation.busy);
    if (sequel.resumes && this.settings.maxRetries > 0) {
      // The last moment of a session is worth a try.
      this.retry(sequel, this.session.remainingMs);
      return;
    }
    this.lose(sequel.ending.verdict, this.farewell.circumstances(sequel.ending));
    if (sequel.refused) {
      // What follows is a beginning.
      this.comeback.restart();
    }
    if (!sequel.ending.retryable || this.comeback.exhausted) {
      this.tries.conclude(sequel.ending, (explained) => this.finish(explained));
    } else {
      this.retry(sequel, sequel.refused ? 0 : Infinity);
    }
  }

  /** Nothing of the session goes on. */
  private lose(verdict: VerdictId, circumstances: { detail?: string }): void {
    this.session.end();
    this.session = new Session(this.platform.clock, this.settings);
    this.conversation.lost(this.telling.error(verdict, circumstances));
  }

  private retry({ ending, resumes }: Sequel, atMostMs: number): void {
    const inMs = this.comeback.next(ending.retryAfterMs, atMostMs);
    const number = this.comeback.count;
    if (this.course.step('RECOVERING', 'retry', { number, inMs })) {
      this.telling.emit('retry', { number, inMs, resumes });
    }
  }

  private finish(ending: Ending): void {
    const problem = this.telling.error(ending.verdict, this.farewell.circumstances(ending));
    this.course.turn();
    const { life } = this.course;
    this.telling.note('final', { verdict: ending.verdict });
    this.reports.post();
    this.course.become('CLOSED');
    if (life !== this.course.life) {
      return;
    }
    this.telling.emit('final', problem);
    if (life !== this.course.life) {
      return;
    }
    const show = this.options.showFinal;
    if (show === undefined) {
      this.platform.showFinal(problem, () => this.connect(), this.language);
    } else if (show !== false) {
      show(problem, () => this.connect());
    }
  }

  /** More waits than is kept, and the application wants no gap. */
  private giveUpSession(): void {
    const { verdict, detail } = GIVEN_UP;
    if (this.attempt !== null) {
      this.attempt.giveUp(verdict, detail);
    } else if (this.state !== 'CLOSED') {
      this.lose(verdict, { detail });
    }
  }
}

function known(ending: Ending): TimelineEntry['detail'] {
  return ending.code === undefined
    ? { verdict: ending.verdict }
    : { verdict: ending.verdict, code: ending.code };
}

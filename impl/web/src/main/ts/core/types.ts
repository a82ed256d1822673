import type { VerdictId } from 'generated/protocol';

export type { VerdictId };

/** Where a client is. An application is connected at READY, and not before. */
export type State =
  | 'CONNECTING'
  | 'OPEN'
  | 'HELLO_SENT'
  | 'WELCOMED'
  | 'READY'
  | 'RECOVERING'
  | 'CLOSED';

export type Language = 'zh' | 'en';

/** How sure a verdict is: LOW fits several causes, HIGH leaves no other. */
export type Confidence = 'LOW' | 'MEDIUM' | 'HIGH';

/** A verdict, and what it rests on. */
export interface Finding {
  readonly verdict: VerdictId;
  readonly confidence: Confidence;
  /** Facts in English; nothing secret. */
  readonly evidence: readonly string[];
}

/** An HTTP answer. */
export interface HttpAnswer {
  /** 0 if the platform keeps it to itself. */
  readonly status: number;
  /** Whether it leads elsewhere. */
  readonly redirected: boolean;
  /** What it says in JSON; null if it says nothing of the kind. */
  readonly json: unknown;
}

/** One WebSocket of the platform. */
export interface Socket {
  /** Never throws; what cannot be sent shows as an end of the socket. */
  send(data: string | ArrayBuffer): void;
  close(code: number, reason: string): void;
  /** How many bytes wait to leave; 0 where the platform does not tell. */
  readonly bufferedAmount: number;
}

/** Told what happens to a socket, from within {@link Platform.connect} on. */
export interface SocketListener {
  onOpen(): void;
  onText(text: string): void;
  onBinary(data: ArrayBuffer): void;
  /** The end; 1006 where the platform saw no close frame. */
  onClose(code: number, reason: string): void;
  /** The end, where the platform knows more than a code. */
  onFailure(verdict: VerdictId, detail: string): void;
}

export interface Timer {
  cancel(): void;
}

export interface Clock {
  /** Milliseconds, monotonic, from any origin. */
  now(): number;
  schedule(task: () => void, delayMs: number): Timer;
}

/** All that the core needs of a browser, a mini program or a test. */
export interface Platform {
  readonly name: string;
  readonly clock: Clock;
  readonly language: Language;
  /** From 0 up to, but without, 1. */
  random(): number;
  /** The kind of network, such as `wifi`, or `none`; empty where the platform does not tell. */
  network(): string;
  /** Of the page, which servers may refuse; absent where there is none. */
  readonly origin?: string;
  /** Up to 64 characters that no other connection has. */
  nonce(): string;
  /** What is wrong with a URL; null if nothing is. */
  checkUrl(url: string): VerdictId | null;
  /** Opens a socket; its events come to the listener, none is missed. May throw. */
  connect(url: string, listener: SocketListener): Socket;
  /** Whether the user does not see the application, which the platform may then hold up. */
  hidden?(): boolean;
  /** Asks by HTTP, and tells once: null if there is no answer in time. */
  httpGet?(url: string, told: (answer: HttpAnswer | null) => void): void;
  /** Tells by HTTP, and hears nothing of it. */
  httpPost?(url: string, json: string): void;
  /** Shows the user that it has ended, and offers to try again. */
  showFinal(problem: VoiceProblem, retry: () => void, language: Language): void;
  log(line: string): void;
}

/** What does not work, and what to do about it, in the user's language. */
export interface VoiceProblem {
  readonly verdict: VerdictId;
  readonly title: string;
  readonly advice: string;
  readonly confidence: Confidence;
  /** What the verdict rests on, for developers; nothing secret. */
  readonly evidence: readonly string[];
  /** For developers; English, or the server's own words. */
  readonly detail: string;
  /** The close code, where there was one. */
  readonly code?: number;
  /** `error.code` of the server, where there was one. */
  readonly serverCode?: string;
}

export interface Limits {
  readonly maxTextChars: number;
  readonly maxBinaryBytes: number;
  readonly startTimeoutMs: number;
}

export interface Welcome {
  readonly message: string;
  readonly timestamp: number;
  /** Absent from an older server, which knows neither hello nor resume. */
  readonly version?: number;
  readonly sessionId?: string;
  readonly attempt?: number;
  readonly limits?: Limits;
  readonly formats?: readonly number[];
  readonly nonce?: string;
  /** After how much silence each side asks whether the other is still there; absent: never. */
  readonly heartbeatMs?: number;
  /** How long the server keeps the session of a lost connection. */
  readonly resumeWindowMs?: number;
}

/** The fields of `start`; any other goes to the application's handler. */
export interface StartFields {
  readonly userId?: string;
  readonly token?: string;
  readonly engineType?: string;
  /** 1 PCM, 4 WAV, 6 MP3. */
  readonly voiceFormat?: number;
  readonly needvad?: number;
  readonly filterDirty?: number;
  readonly filterModal?: number;
  readonly filterPunc?: number;
  readonly convertNumMode?: number;
  readonly wordInfo?: number;
  readonly vadSilenceTime?: number;
  readonly [other: string]: unknown;
}

export interface VoiceWord {
  readonly word: string;
  /** Milliseconds from the start of the stream. */
  readonly start_time: number;
  readonly end_time: number;
}

export interface VoiceResult {
  readonly voiceId: string;
  readonly text: string;
  readonly isFinal: boolean;
  readonly wordList: readonly VoiceWord[];
}

export interface Stopped {
  readonly message: string;
  readonly logId: string;
  readonly text: string;
  /** Bytes. */
  readonly audioSize: number;
  /** Milliseconds; absent where the server cannot tell. */
  readonly duration?: number;
}

export interface ServerError {
  readonly message: string;
  readonly code?: string;
  readonly fatal?: boolean;
  readonly retryAfterMs?: number;
}

/** The server goes down; the client comes back by itself when it has gone. */
export interface GoAway {
  readonly reason?: string;
  /** Within which the client comes back, at a random time. */
  readonly retryAfterMs: number;
}

export type TimelineEventName =
  | 'connecting'
  | 'open'
  | 'hello'
  | 'welcome'
  | 'ready'
  | 'resume'
  | 'resumed'
  | 'heartbeat'
  | 'goaway'
  | 'gap'
  | 'slow'
  | 'silent'
  | 'failed'
  | 'retry'
  | 'start'
  | 'started'
  | 'result'
  | 'stop'
  | 'stopped'
  | 'error'
  | 'problem'
  | 'lost'
  | 'check'
  | 'final'
  | 'closed';

export interface TimelineEntry {
  /** Milliseconds since `connect()`. */
  readonly at: number;
  readonly event: TimelineEventName;
  /** Numbers and names; no payload, token or query. */
  readonly detail: Readonly<Record<string, number | string | boolean>>;
}

export interface ClientEvents {
  state: { readonly from: State; readonly to: State };
  /** READY with a new session. */
  ready: Welcome;
  /**
   * READY with the session of the lost connection, in place of `ready`: streams go on.
   * `replayed` messages may have been lost with it, and are sent again.
   */
  resumed: { readonly replayed: number };
  silent: VoiceProblem;
  /** `resumes`: streams live on meanwhile, and what is sent to them is kept. */
  retry: { readonly number: number; readonly inMs: number; readonly resumes: boolean };
  problem: VoiceProblem;
  final: VoiceProblem;
  result: VoiceResult;
  audio: ArrayBuffer;
  stopped: Stopped;
  error: ServerError;
  goaway: GoAway;
  /** Audio for the user was left out, since this device takes it too slowly. */
  gap: { readonly droppedBytes: number };
  /** `bytes` are characters for a text. */
  message: { readonly direction: 'in' | 'out'; readonly type: string; readonly bytes: number };
  timeline: TimelineEntry;
  /** A gap in the audio begins; or ends, when `droppedBytes` is 0. */
  uplink: { readonly queuedBytes: number; readonly droppedBytes: number };
}

export interface ClientOptions {
  readonly url: string;
  /** Of the user; the platform's by default. */
  readonly language?: Language;
  /** From the connect to the welcome; 15,000 by default. */
  readonly welcomeTimeoutMs?: number;
  /** After which an open connection without a welcome counts as silent; 4,000 by default. */
  readonly silenceMs?: number;
  /** When the hello is repeated, after the open; 800, 1,600 and 3,200 by default. */
  readonly helloRepeatMs?: readonly number[];
  /**
   * How many new connections are tried after the first; 3 by default. While a stream waits for it,
   * more are, for as long as the server keeps the session.
   */
  readonly maxRetries?: number;
  /** Before each of the first three; 2,000 by default. */
  readonly retryDelayMs?: number;
  /** Up to which later ones double; 20,000 by default. */
  readonly maxRetryDelayMs?: number;
  /** READY for so long, and the retries are counted from 0 again; 5,000 by default. */
  readonly stableMs?: number;
  /** How many entries the timeline keeps; 500 by default. */
  readonly timelineSize?: number;
  /**
   * How much audio is kept until the server has it, so that nothing is lost with a connection;
   * 30,000 by default.
   */
  readonly keepAudioMs?: number;
  /** What happens beyond: the newest audio is left out, or the session is given up. */
  readonly uplinkPolicy?: 'drop-newest' | 'close';
  /** In place of the platform's own dialog; false for none. */
  readonly showFinal?: false | ((problem: VoiceProblem, retry: () => void) => void);
  /** In place of the platform's own log; false for none. */
  readonly log?: false | ((line: string) => void);
}

import { VERDICTS, type VerdictId } from 'generated/protocol';
import { createVoiceClient } from '../browser/index';
import type { VoiceClient } from '../core/client';
import type { ClientEvents, TimelineEntry } from '../core/types';
import type { Delays } from './delays';
import type { Locale } from './locale';
import { Journal } from './measure/journal';
import { ConnectionView } from './view/connectionView';
import { byId } from './view/page';
import type { ProblemView } from './view/problemView';
import { TimelineView } from './view/timelineView';

/** How often the round trip is measured when the user asks for it. */
const MEASUREMENTS = 5;

/** What the rest of the page makes of a connection. */
export interface ConnectionListener {
  stateChanged(): void;
  result(result: ClientEvents['result']): void;
  stopped(stopped: ClientEvents['stopped']): void;
  audio(audio: ArrayBuffer): void;
}

/** The client of the page, and what is shown of it. */
export class Connection {
  readonly journal = new Journal(() => performance.now());
  private readonly view: ConnectionView;
  private readonly timeline: TimelineView;
  private readonly field = byId('url', HTMLInputElement);
  private current: VoiceClient | null = null;
  private lastVerdict: VerdictId = 'CONNECTION_LOST';
  private retryInMs = 0;
  /** Whether what the user says is kept for the next connection. */
  private keeps = false;
  private measurements = 0;

  constructor(
    private readonly locale: Locale,
    private readonly problems: ProblemView,
    private readonly delays: Delays,
    private readonly listener: ConnectionListener,
  ) {
    this.view = new ConnectionView(locale);
    this.timeline = new TimelineView(locale, this.journal);
    locale.show(() => this.render());
  }

  get client(): VoiceClient | null {
    return this.current;
  }

  get address(): string {
    return this.field.value.trim();
  }

  set address(address: string) {
    this.field.value = address;
  }

  connect(): void {
    this.problems.hide();
    this.journal.clear();
    this.timeline.update();
    this.current = this.open();
    this.current.connect();
  }

  disconnect(): void {
    this.current?.close();
  }

  measure(): void {
    this.measurements = MEASUREMENTS;
    this.current?.check();
  }

  private open(): VoiceClient {
    const client = createVoiceClient({
      url: this.address,
      language: this.locale.language,
      showFinal: (problem, retry) => this.problems.show(problem, retry),
    });
    client.on('state', ({ to }) => {
      if (to === 'CONNECTING') {
        this.delays.connecting();
      } else if (to === 'READY' || to === 'CLOSED') {
        this.keeps = false;
      }
      this.render();
      this.listener.stateChanged();
    });
    client.on('ready', () => this.ready());
    client.on('resumed', () => this.ready());
    client.on('silent', (problem) => this.problems.show(problem));
    client.on('problem', (problem) => this.problems.show(problem));
    client.on('retry', ({ inMs, resumes }) => {
      this.retryInMs = inMs;
      this.keeps = resumes;
      this.render();
    });
    client.on('timeline', (entry) => this.noted(entry));
    client.on('message', (message) => this.message(client, message));
    client.on('result', (result) => this.listener.result(result));
    client.on('stopped', (stopped) => this.listener.stopped(stopped));
    client.on('audio', (audio) => this.listener.audio(audio));
    return client;
  }

  private ready(): void {
    this.problems.hide();
    this.delays.answered();
  }

  private noted(entry: TimelineEntry): void {
    const { verdict } = entry.detail;
    if (entry.event === 'failed' || entry.event === 'lost') {
      this.lastVerdict = verdict as VerdictId;
    }
    this.journal.step(entry);
    this.timeline.update();
  }

  private message(client: VoiceClient, message: ClientEvents['message']): void {
    this.journal.message(message);
    this.timeline.updateSoon();
    if (this.delays.message(message, client.state) && --this.measurements > 0) {
      // The client is not done with this answer yet.
      queueMicrotask(() => client.check());
    }
  }

  private render(): void {
    const state = this.current?.state ?? 'CLOSED';
    const notes = [
      ...(state === 'RECOVERING' ? [this.retryNote()] : []),
      ...(this.keeps ? [this.locale.text('kept')] : []),
    ];
    this.view.show(state, this.current?.retries ?? 0, notes.join(' '));
  }

  private retryNote(): string {
    const { title } = VERDICTS[this.lastVerdict][this.locale.language];
    const seconds = (this.retryInMs / 1_000).toFixed(1);
    return this.locale.text('retryIn', { title, seconds });
  }
}

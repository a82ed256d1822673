import { Emitter } from './emitter';
import { type Circumstances, VoiceError } from './problem';
import { logLine, Timeline } from './timeline';
import type { ClientEvents, Language, TimelineEntry, TimelineEventName, VerdictId } from './types';

/** Tells whoever wants to know: the listeners, the timeline and the log. */
export class Telling {
  readonly timeline: Timeline;
  private readonly emitter: Emitter<ClientEvents>;
  private readonly write: (line: string) => void;

  constructor(
    private readonly language: Language,
    now: () => number,
    timelineSize: number,
    write: (line: string) => void,
  ) {
    this.write = safely(write);
    this.emitter = new Emitter((event, error) =>
      this.write(`realtime-voice a listener of ${String(event)} has thrown: ${String(error)}`),
    );
    this.timeline = new Timeline(now, timelineSize, (entry) => {
      this.write(logLine(entry));
      this.emitter.emit('timeline', entry);
    });
  }

  on<K extends keyof ClientEvents>(
    event: K,
    listener: (value: ClientEvents[K]) => void,
  ): () => void {
    return this.emitter.on(event, listener);
  }

  emit<K extends keyof ClientEvents>(event: K, value: ClientEvents[K]): void {
    this.emitter.emit(event, value);
  }

  note(event: TimelineEventName, detail: TimelineEntry['detail'] = {}): void {
    this.timeline.add(event, detail);
  }

  /** Makes an error in the user's language, and tells nobody. */
  error(verdict: VerdictId, circumstances: Circumstances): VoiceError {
    return new VoiceError(verdict, this.language, circumstances);
  }

  /** Makes an error, and tells of it. */
  problem(verdict: VerdictId, circumstances: Circumstances): VoiceError {
    const problem = this.error(verdict, circumstances);
    this.note('problem', { verdict });
    this.emit('problem', problem);
    return problem;
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

import type { FrameSink, Source } from '../audio/source';
import type { VoiceStream } from '../core/stream';
import type { StartFields } from '../core/types';

/** Opens a source of audio; `ended` is for one that ends by itself. */
export type OpenSource = (sink: FrameSink, ended: () => void) => Promise<Source>;

/** Opens a stream to the server. */
export type OpenStream = (fields: StartFields) => Promise<Stream>;

type Stream = Pick<VoiceStream, 'open' | 'send' | 'stop'>;

/** What an utterance is at. */
export type Phase = 'idle' | 'opening' | 'talking' | 'stopping';

/** Told how an utterance gets on. */
export interface TalkListener {
  /** Idle is the last one. */
  phase(phase: Phase): void;
  /** A frame was recorded, */
  recorded(frame: ArrayBuffer): void;
  /** and has left. */
  sent(frame: ArrayBuffer, capturedAt: number): void;
  failed(error: unknown): void;
}

/** Two seconds: what is said while the stream opens is not lost. */
const MAX_WAITING = 100;

/** One utterance: a source of audio, and the stream that it goes to. */
export class Talk {
  private wanted = true;
  private over = false;
  private source: Source | null = null;
  private stream: Stream | null = null;
  private waiting: Array<readonly [ArrayBuffer, number]> = [];

  constructor(private readonly listener: TalkListener) {}

  /** The source comes first: the user may be asked for the microphone, and the server not wait. */
  async run(fields: StartFields, openStream: OpenStream, openSource: OpenSource): Promise<void> {
    this.listener.phase('opening');
    try {
      this.source = await openSource(
        (frame, capturedAt) => this.frame(frame, capturedAt),
        () => this.end(),
      );
      if (!this.wanted) {
        this.finish();
        return;
      }
      this.listener.phase('talking');
      const stream = await openStream(fields);
      this.stream = stream;
      this.waiting.forEach(([frame, capturedAt]) => this.send(stream, frame, capturedAt));
      this.waiting = [];
      if (!this.wanted) {
        await this.stop(stream);
      }
    } catch (error) {
      this.fail(error);
    }
  }

  /** The user has said all. */
  end(): void {
    if (!this.wanted) {
      return;
    }
    this.wanted = false;
    this.release();
    this.listener.phase('stopping');
    if (this.stream !== null) {
      this.stop(this.stream).catch((error: unknown) => this.fail(error));
    }
  }

  private frame(frame: ArrayBuffer, capturedAt: number): void {
    if (!this.wanted) {
      return;
    }
    this.listener.recorded(frame);
    if (this.stream !== null) {
      this.send(this.stream, frame, capturedAt);
    } else if (this.waiting.length < MAX_WAITING) {
      this.waiting.push([frame, capturedAt]);
    }
  }

  private send(stream: Stream, frame: ArrayBuffer, capturedAt: number): void {
    if (stream.send(frame)) {
      this.listener.sent(frame, capturedAt);
    } else if (this.wanted && !stream.open) {
      // It has failed; stop() knows why.
      this.end();
    }
  }

  private async stop(stream: Stream): Promise<void> {
    await stream.stop();
    this.finish();
  }

  private fail(error: unknown): void {
    if (!this.over) {
      this.wanted = false;
      this.finish();
      this.listener.failed(error);
    }
  }

  private finish(): void {
    this.over = true;
    this.release();
    this.listener.phase('idle');
  }

  private release(): void {
    this.source?.stop();
    this.source = null;
  }
}

import type { FrameSink, Source } from '../audio/source';
import type { VoiceClient } from '../core/client';
import type { VoiceStream } from '../core/stream';

/** Opens a source of audio; `ended` is for one that ends by itself. */
export type OpenSource = (sink: FrameSink, ended: () => void) => Promise<Source>;

/** Told how an utterance gets on. */
export interface TalkListener {
  begun(): void;
  sent(frame: ArrayBuffer, capturedAt: number): void;
  ended(): void;
  failed(error: unknown): void;
}

/** Two seconds: what is said while the stream opens is not lost. */
const MAX_WAITING = 100;

/** One utterance: a source of audio, and the stream that it goes to. */
export class Talk {
  private wanted = true;
  private source: Source | null = null;
  private stream: VoiceStream | null = null;
  private waiting: Array<readonly [ArrayBuffer, number]> = [];

  constructor(private readonly listener: TalkListener) {}

  async run(client: VoiceClient, engineType: string, open: OpenSource): Promise<void> {
    try {
      this.source = await open(
        (frame, capturedAt) => this.frame(frame, capturedAt),
        () => void this.end(),
      );
      this.listener.begun();
      const stream = await client.start({ engineType, wordInfo: 1 });
      this.stream = stream;
      this.waiting.forEach(([frame, capturedAt]) => this.send(stream, frame, capturedAt));
      this.waiting = [];
      if (!this.wanted) {
        await this.finish(stream);
      }
    } catch (error) {
      this.fail(error);
    }
  }

  /** The user has said all. */
  async end(): Promise<void> {
    if (!this.wanted) {
      return;
    }
    this.wanted = false;
    if (this.stream !== null) {
      await this.finish(this.stream).catch((error: unknown) => this.fail(error));
    }
  }

  private frame(frame: ArrayBuffer, capturedAt: number): void {
    if (this.stream !== null) {
      this.send(this.stream, frame, capturedAt);
    } else if (this.waiting.length < MAX_WAITING) {
      this.waiting.push([frame, capturedAt]);
    }
  }

  private send(stream: VoiceStream, frame: ArrayBuffer, capturedAt: number): void {
    if (stream.send(frame)) {
      this.listener.sent(frame, capturedAt);
    }
  }

  private async finish(stream: VoiceStream): Promise<void> {
    this.source?.stop();
    this.source = null;
    await stream.stop();
    this.listener.ended();
  }

  private fail(error: unknown): void {
    this.wanted = false;
    this.source?.stop();
    this.source = null;
    this.listener.failed(error);
  }
}

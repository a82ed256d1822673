import type { VoiceClient } from './client';
import { Deferred } from './deferred';
import type { VoiceStream } from './stream';
import type { StartFields, Stopped } from './types';

/** Something that gives frames until it is stopped. */
export interface FrameSource {
  stop(): void | Promise<void>;
}

/** Opens a source; `ended` is for one that ends by itself. */
export type OpenSource = (
  sink: (frame: ArrayBuffer) => void,
  ended: () => void,
) => FrameSource | Promise<FrameSource>;

/** Two seconds of frames: what is said while the stream opens is not lost. */
const MAX_WAITING = 100;

/** What a user says from the press of a button to its release: a source, and its stream. */
export class Utterance {
  /** Gives the whole text; rejected with the problem if there is one. */
  readonly finished: Promise<Stopped>;
  private readonly released = new Deferred<void>();
  private waiting: ArrayBuffer[] = [];
  private stream: VoiceStream | null = null;

  constructor(client: VoiceClient, fields: StartFields, open: OpenSource) {
    this.finished = this.run(client, fields, open);
    this.finished.catch(() => undefined);
  }

  /** The user has said all; may be called before the stream is open. */
  end(): void {
    this.released.resolve();
  }

  private async run(client: VoiceClient, fields: StartFields, open: OpenSource): Promise<Stopped> {
    const source = await open(
      (frame) => this.take(frame),
      () => this.end(),
    );
    try {
      const stream = await client.start(fields);
      this.stream = stream;
      this.waiting.forEach((frame) => stream.send(frame));
      await Promise.race([this.released.promise, stream.finished]);
      await source.stop();
      return await stream.stop();
    } finally {
      await source.stop();
    }
  }

  private take(frame: ArrayBuffer): void {
    if (this.stream !== null) {
      this.stream.send(frame);
    } else if (this.waiting.length < MAX_WAITING) {
      this.waiting.push(frame);
    }
  }
}

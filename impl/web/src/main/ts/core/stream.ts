import { Deferred } from './deferred';
import type { Stopped, VoiceProblem } from './types';

/** What a stream needs of its client. */
export interface StreamHost {
  /** False if the audio was left out. */
  sendAudio(data: ArrayBuffer): boolean;
  sendStop(): void;
}

/** Audio on its way to the server, from `ready` to `stopped`. */
export class VoiceStream {
  private stopping: Deferred<Stopped> | null = null;
  private ended: Error | Stopped | null = null;

  constructor(private readonly host: StreamHost) {}

  /** Whether it takes audio. */
  get open(): boolean {
    return this.stopping === null && this.ended === null;
  }

  /**
   * Sends audio in the format of `start`.
   *
   * @return false if it was left out: the stream is not open, or the uplink too slow
   */
  send(audio: ArrayBuffer): boolean {
    return this.open && this.host.sendAudio(audio);
  }

  /** Ends it; the promise gives the whole text. */
  stop(): Promise<Stopped> {
    if (this.stopping === null) {
      this.stopping = new Deferred<Stopped>();
      if (this.ended === null) {
        this.host.sendStop();
      } else {
        this.settle(this.ended);
      }
    }
    return this.stopping.promise;
  }

  /** The server has stopped it. */
  stopped(summary: Stopped): void {
    this.end(summary);
  }

  /** It cannot go on. */
  failed(error: Error & VoiceProblem): void {
    this.end(error);
  }

  private end(how: Error | Stopped): void {
    if (this.ended === null) {
      this.ended = how;
      this.settle(how);
    }
  }

  private settle(how: Error | Stopped): void {
    if (how instanceof Error) {
      this.stopping?.reject(how);
    } else {
      this.stopping?.resolve(how);
    }
  }
}

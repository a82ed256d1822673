import { Deferred } from './deferred';
import type { Stopped, VoiceProblem } from './types';

/** What a stream needs of its client. */
export interface StreamHost {
  /** False if the audio was left out. */
  sendAudio(data: ArrayBuffer): boolean;
  sendStop(): void;
}

/**
 * Audio on its way to the server, from `ready` to `stopped`. It outlives a lost connection: while
 * the client is RECOVERING it takes audio, which the server gets when the session goes on.
 */
export class VoiceStream {
  private readonly end = new Deferred<Stopped>();
  private taking = true;

  constructor(private readonly host: StreamHost) {}

  /** Whether it takes audio. */
  get open(): boolean {
    return this.taking;
  }

  /** Gives the whole text when the stream has stopped; rejected if it cannot go on. */
  get finished(): Promise<Stopped> {
    return this.end.promise;
  }

  /**
   * Sends audio in the format of `start`.
   *
   * @return false if it was left out: the stream is not open, or the uplink too slow
   */
  send(audio: ArrayBuffer): boolean {
    return this.taking && this.host.sendAudio(audio);
  }

  /** No more audio; gives {@link finished}. */
  stop(): Promise<Stopped> {
    if (this.taking) {
      this.taking = false;
      this.host.sendStop();
    }
    return this.finished;
  }

  /** The server has stopped it. */
  stopped(summary: Stopped): void {
    this.taking = false;
    this.end.resolve(summary);
  }

  /** It cannot go on. */
  failed(error: Error & VoiceProblem): void {
    this.taking = false;
    this.end.reject(error);
  }
}

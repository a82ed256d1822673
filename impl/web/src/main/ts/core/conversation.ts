import { Deferred } from './deferred';
import { VoiceError } from './problem';
import { type StreamHost, VoiceStream } from './stream';
import type { ServerError, StartFields, Stopped } from './types';

/** What a conversation needs of its client. */
export interface ConversationHost extends StreamHost {
  sendStart(fields: StartFields): void;
  started(): void;
  /** Makes an error, and tells of it. */
  problem(verdict: VoiceError['verdict'], detail: string, serverCode?: string): VoiceError;
}

/** The streams of a client, one after the other. */
export class Conversation {
  private starting: Deferred<VoiceStream> | null = null;
  private stream: VoiceStream | null = null;

  constructor(private readonly host: ConversationHost) {}

  /** Whether there is a stream that has not come to its end. */
  get busy(): boolean {
    return this.starting !== null || this.stream !== null;
  }

  start(fields: StartFields): Promise<VoiceStream> {
    const result = new Deferred<VoiceStream>();
    if (this.busy) {
      result.reject(this.host.problem('ALREADY_STARTED', 'a stream is not stopped yet'));
    } else {
      this.starting = result;
      this.host.sendStart(fields);
    }
    return result.promise;
  }

  ready(): void {
    const starting = this.starting;
    if (starting !== null) {
      this.starting = null;
      const stream = new VoiceStream(this.host);
      this.stream = stream;
      starting.resolve(stream);
      this.host.started();
    }
  }

  stopped(summary: Stopped): void {
    const stream = this.stream;
    this.stream = null;
    stream?.stopped(summary);
  }

  /** An error of the server: the end of what it refuses. */
  refused(error: ServerError): void {
    const code = error.code ?? '';
    if (this.starting !== null) {
      const starting = this.starting;
      this.starting = null;
      starting.reject(this.host.problem('STREAM_REFUSED', error.message, code));
    } else if (this.stream !== null && code === 'STREAM_REFUSED') {
      const stream = this.stream;
      this.stream = null;
      stream.failed(this.host.problem('STREAM_REFUSED', error.message, code));
    }
  }

  /** The session has ended. */
  lost(cause: VoiceError): void {
    this.starting?.reject(cause);
    this.starting = null;
    const stream = this.stream;
    this.stream = null;
    stream?.failed(cause);
  }
}

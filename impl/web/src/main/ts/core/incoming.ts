import type { Conversation } from './conversation';
import { isReliable, nameOf, type ServerMessage } from './messages';
import type { Session } from './session';
import type { Telling } from './telling';
import type { ServerError } from './types';

/** What is done with the messages of the server, once they are known to be ours. */
export class Incoming {
  constructor(
    private readonly telling: Telling,
    private readonly conversation: Conversation,
  ) {}

  /** @param size in characters */
  take(message: ServerMessage, size: number, session: Session): void {
    if (isReliable(message)) {
      session.count();
    }
    this.telling.emit('message', { direction: 'in', type: nameOf(message), bytes: size });
    switch (message.type) {
      case 'ready':
        if (session.isHere) {
          this.conversation.ready();
        }
        break;
      case 'result':
        this.telling.note('result', { final: message.isFinal });
        this.telling.emit('result', message);
        break;
      case 'stopped':
        this.telling.note('stopped');
        this.conversation.stopped(message);
        this.telling.emit('stopped', message);
        break;
      case 'error':
        this.error(message, session);
        break;
      case 'ack':
        this.acknowledged(message.received, session);
        break;
      case 'heartbeat':
        session.acknowledge();
        this.acknowledged(message.received, session);
        break;
      case 'goaway':
        this.telling.note('goaway', { withinMs: message.retryAfterMs });
        this.telling.emit('goaway', message);
        break;
      case 'gap':
        this.telling.note('gap', { bytes: message.droppedBytes });
        this.telling.emit('gap', { droppedBytes: message.droppedBytes });
        break;
      case 'incomplete':
        this.garbage();
        break;
      default:
    }
  }

  audio(data: ArrayBuffer): void {
    this.telling.emit('message', { direction: 'in', type: 'audio', bytes: data.byteLength });
    this.telling.emit('audio', data);
  }

  /** It could not be read. */
  garbage(): void {
    this.telling.problem('BAD_MESSAGE', { detail: 'left out' });
  }

  private error(error: ServerError, session: Session): void {
    const slowDownMs = error.code === 'TOO_FAST' && !error.fatal ? error.retryAfterMs : undefined;
    if (slowDownMs !== undefined) {
      session.uplink.hold(slowDownMs);
    }
    this.telling.note('error', { code: error.code ?? '' });
    this.telling.emit('error', error);
    if (slowDownMs !== undefined) {
      this.telling.note('slow', { ms: slowDownMs });
    } else if (error.fatal !== true && session.isHere) {
      this.conversation.refused(error);
    }
  }

  private acknowledged(received: number, session: Session): void {
    if (!session.acknowledged(received)) {
      this.garbage();
    }
  }
}

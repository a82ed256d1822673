import type { Conversation } from './conversation';
import { isReliable, nameOf, type ServerMessage } from './messages';
import type { Session } from './session';
import type { Telling } from './telling';
import type { ServerError, TimelineEntry, TimelineEventName } from './types';

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
    // The ack of it, or its own coming, may have been enough for a listener to close the client.
    if (!session.isOver) {
      this.telling.emit('message', { direction: 'in', type: nameOf(message), bytes: size });
    }
    if (!session.isOver) {
      this.deliver(message, session);
    }
  }

  private deliver(message: ServerMessage, session: Session): void {
    switch (message.type) {
      case 'ready':
        if (session.isHere) {
          this.conversation.ready();
        }
        break;
      case 'result':
        this.tell('result', { final: message.isFinal }, session, () =>
          this.telling.emit('result', message),
        );
        break;
      case 'stopped':
        this.tell('stopped', {}, session, () => {
          this.conversation.stopped(message);
          this.telling.emit('stopped', message);
        });
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
        this.tell('goaway', { withinMs: message.retryAfterMs }, session, () =>
          this.telling.emit('goaway', message),
        );
        break;
      case 'gap':
        this.tell('gap', { bytes: message.droppedBytes }, session, () =>
          this.telling.emit('gap', { droppedBytes: message.droppedBytes }),
        );
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
    this.tell('error', { code: error.code ?? '' }, session, () => {
      this.telling.emit('error', error);
      if (error.code === 'TOO_FAST' && error.fatal !== true) {
        this.slowDown(error.retryAfterMs ?? 0, session);
      } else if (error.fatal !== true && session.isHere) {
        this.conversation.refused(error);
      }
    });
  }

  private slowDown(ms: number, session: Session): void {
    session.uplink.hold(ms);
    if (!session.isOver) {
      this.telling.note('slow', { ms });
    }
  }

  private acknowledged(received: number, session: Session): void {
    if (!session.isOver && !session.acknowledged(received)) {
      this.garbage();
    }
  }

  /** Notes something, and goes on unless a listener has closed the client at that. */
  private tell(
    event: TimelineEventName,
    detail: TimelineEntry['detail'],
    session: Session,
    then: () => void,
  ): void {
    this.telling.note(event, detail);
    if (!session.isOver) {
      then();
    }
  }
}

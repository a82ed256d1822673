import type { ConversationHost } from './conversation';
import type { Session } from './session';
import type { Settings } from './settings';
import type { Telling } from './telling';
import type { StartFields } from './types';

/** What a client does for the streams that go out over its session. */
export interface OutgoingHost {
  /** The one of now. */
  session(): Session;
  /** More audio waits than is kept, and the application wants an end of that. */
  giveUp(): void;
}

/** What streams send, on its way into the session. */
export function outgoing(
  settings: Settings,
  telling: Telling,
  host: OutgoingHost,
): ConversationHost {
  return {
    sendStart: (fields: StartFields) => {
      const session = host.session();
      telling.note('start');
      session.starting(fields.token);
      session.uplink.sendText('start', JSON.stringify({ ...fields, type: 'start' }));
    },
    sendAudio: (data) => {
      const session = host.session();
      const { pass, turned, queuedBytes, droppedBytes } = session.uplink.sendAudio(data);
      if (turned) {
        telling.emit('uplink', { queuedBytes, droppedBytes });
      }
      if (turned && !pass && !session.isOver) {
        telling.problem('UPLINK_TOO_SLOW', { detail: `${queuedBytes} bytes wait` });
      }
      if (!pass && !session.isOver && settings.uplinkPolicy === 'close') {
        host.giveUp();
      }
      return pass;
    },
    sendStop: () => {
      const session = host.session();
      telling.note('stop');
      session.uplink.sendText('stop', '{"type":"stop"}');
    },
    started: () => {
      host.session().started();
      telling.note('started');
    },
    problem: (verdict, detail, serverCode = '') =>
      telling.problem(verdict, serverCode === '' ? { detail } : { detail, serverCode }),
  };
}

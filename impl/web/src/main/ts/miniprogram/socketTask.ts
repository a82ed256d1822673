import type { Socket, SocketListener, VerdictId } from '../core/types';

const NORMAL = 1000;

/** What WeChat's `errMsg` means, as far as it is known. */
const VERDICT_OF_MESSAGE: ReadonlyArray<readonly [RegExp, VerdictId]> = [
  [/not in domain list/i, 'DOMAIN_NOT_ALLOWED'],
  [/exceed max|maximum.*(socket|connection)|too many/i, 'TOO_MANY_SOCKETS'],
  [/invalid url|url.*(invalid|illegal)/i, 'BAD_URL'],
  [/time ?out/i, 'CONNECT_TIMED_OUT'],
];

/** A mini program's `SocketTask`, with its listeners attached in the turn in which it is made. */
export function openSocketTask(url: string, listener: SocketListener): Socket {
  let waiting = 0;
  let opened = false;
  // Of a socket that was open, the words tell how the network broke, and not why it cannot connect.
  const fail = ({ errMsg }: WechatMiniprogram.GeneralCallbackResult): void =>
    listener.onFailure(opened ? 'CONNECTION_LOST' : verdictOf(errMsg), errMsg);
  const task = wx.connectSocket({ url, fail });
  task.onOpen(() => {
    opened = true;
    listener.onOpen();
  });
  task.onMessage(({ data }) =>
    typeof data === 'string' ? listener.onText(data) : listener.onBinary(data),
  );
  task.onClose(({ code, reason }) => listener.onClose(code, reason));
  task.onError(fail);
  return {
    send: (data) => {
      const size = typeof data === 'string' ? data.length : data.byteLength;
      waiting += size;
      task.send({
        data,
        complete: () => {
          waiting -= size;
        },
      });
    },
    close: (code, reason) => {
      // WeChat takes 1000 and 3000 to 4999 as a browser does; what fails was closed already.
      task.close({ code: code || NORMAL, reason });
    },
    get bufferedAmount() {
      return waiting;
    },
  };
}

function verdictOf(message: string): VerdictId {
  return VERDICT_OF_MESSAGE.find(([pattern]) => pattern.test(message))?.[1] ?? 'CONNECT_FAILED';
}

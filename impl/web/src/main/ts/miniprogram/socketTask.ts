import type { Socket, SocketListener, VerdictId } from '../core/types';

const NORMAL = 1000;

/** What WeChat's `errMsg` means, as far as it is known. */
const VERDICT_OF_MESSAGE: ReadonlyArray<readonly [RegExp, VerdictId]> = [
  [/not in domain list/i, 'DOMAIN_NOT_ALLOWED'],
  [/exceed max|maximum.*(socket|connection)|too many/i, 'TOO_MANY_SOCKETS'],
  [/invalid url|url.*(invalid|illegal)/i, 'BAD_URL'],
  [/NAME_NOT_RESOLVED|ENOTFOUND|errcode:-105\b/i, 'DNS_FAILED'],
  [/CONNECTION_REFUSED|ECONNREFUSED|errcode:-102\b/i, 'CONNECTION_REFUSED'],
  [/CERT_DATE_INVALID|certificate has expired/i, 'TLS_EXPIRED'],
  [/CERT_COMMON_NAME_INVALID|altnames/i, 'TLS_WRONG_HOST'],
  [/ERR_CERT_|self[- ]signed|unable to verify/i, 'TLS_UNTRUSTED'],
  [/SSL_PROTOCOL_ERROR|wrong version number/i, 'TLS_NOT_SPOKEN'],
  [/ssl hand ?shake/i, 'TLS_FAILED'],
  [/time(d)?[ _]?out|errcode:-118\b/i, 'CONNECT_TIMED_OUT'],
  [/\b401\b/, 'UNAUTHORIZED'],
  [/\b403\b/, 'FORBIDDEN'],
  [/\b404\b/, 'NOT_FOUND'],
  [/\b50[234]\b/, 'BAD_GATEWAY'],
  [/\b30[12378]\b/, 'REDIRECTED'],
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

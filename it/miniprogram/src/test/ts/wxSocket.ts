import { WebSocket } from 'ws';
import { Listeners } from './listeners';

type Task = WechatMiniprogram.SocketTask;

const ABNORMAL = 1006;
const OK = { errMsg: 'ok' };

/** A `SocketTask` over a real socket, or over none if there may be none. */
export class WxSocket implements Task {
  private readonly opens = new Listeners<WechatMiniprogram.OnOpenListenerResult>();
  private readonly messages = new Listeners<WechatMiniprogram.SocketTaskOnMessageListenerResult>();
  private readonly closes = new Listeners<WechatMiniprogram.SocketTaskOnCloseListenerResult>();
  private readonly errors = new Listeners<WechatMiniprogram.GeneralCallbackResult>();
  private closed = false;

  /**
   * @param socket null for a connection that WeChat refuses
   * @param ended told once
   */
  constructor(
    private readonly socket: WebSocket | null,
    private readonly ended: () => void,
  ) {
    if (socket === null) {
      return;
    }
    socket.binaryType = 'arraybuffer';
    socket.on('open', () => this.opens.tell({ header: {}, profile: {} as never }));
    socket.on('message', (data, isBinary) =>
      this.messages.tell({ data: isBinary ? (data as ArrayBuffer) : text(data as ArrayBuffer) }),
    );
    socket.on('error', (error) => this.errors.tell({ errMsg: error.message }));
    socket.on('close', (code, reason) => this.end(code, reason.toString()));
  }

  /** What the phone does to the sockets of an app in the background, or on another network. */
  cut(reason: string): void {
    this.end(ABNORMAL, reason);
    this.socket?.terminate();
  }

  send(option: WechatMiniprogram.SocketTaskSendOption): void {
    if (this.closed || this.socket?.readyState !== WebSocket.OPEN) {
      option.fail?.({ errMsg: 'sendSocketMessage:fail' });
      option.complete?.({ errMsg: 'sendSocketMessage:fail' });
      return;
    }
    this.socket.send(option.data, () => {
      option.success?.(OK);
      option.complete?.(OK);
    });
  }

  close(option: WechatMiniprogram.SocketTaskCloseOption): void {
    this.socket?.close(option.code, option.reason);
    this.ended();
  }

  onOpen(listener: WechatMiniprogram.OnOpenCallback): void {
    this.opens.add(listener);
  }

  onMessage(listener: WechatMiniprogram.SocketTaskOnMessageCallback): void {
    this.messages.add(listener);
  }

  onClose(listener: WechatMiniprogram.SocketTaskOnCloseCallback): void {
    this.closes.add(listener);
  }

  onError(listener: WechatMiniprogram.UDPSocketOnErrorCallback): void {
    this.errors.add(listener);
  }

  private end(code: number, reason: string): void {
    if (!this.closed) {
      this.closed = true;
      this.ended();
      this.closes.tell({ code, reason });
    }
  }
}

function text(data: ArrayBuffer): string {
  return Buffer.from(data).toString('utf8');
}

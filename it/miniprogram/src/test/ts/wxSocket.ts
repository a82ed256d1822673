import { WebSocket } from 'ws';
import { Listeners } from './listeners';

type Task = WechatMiniprogram.SocketTask;

/** What has to come before an event. */
const BEFORE: Readonly<Record<Order, Readonly<Partial<Record<Event, Event>>>>> = {
  usual: {},
  'early message': { open: 'message' },
  'early close': { error: 'close' },
  'late open': { open: 'close' },
};

const ABNORMAL = 1006;
const OK = { errMsg: 'ok' };

/**
 * In which the events of a socket come: as a browser has it, or as phones have been seen to.
 *
 * - `early message`: a message comes before the open.
 * - `early close`: of a socket that fails, the close comes before the error.
 * - `late open`: the open comes when all is over, behind the close.
 */
export type Order = 'usual' | 'early message' | 'early close' | 'late open';

type Event = 'open' | 'message' | 'close' | 'error';

/** A `SocketTask` over a real socket, or over none if there may be none. */
export class WxSocket implements Task {
  private readonly opens = new Listeners<WechatMiniprogram.OnOpenListenerResult>();
  private readonly messages = new Listeners<WechatMiniprogram.SocketTaskOnMessageListenerResult>();
  private readonly closes = new Listeners<WechatMiniprogram.SocketTaskOnCloseListenerResult>();
  private readonly errors = new Listeners<WechatMiniprogram.GeneralCallbackResult>();
  private closed = false;
  /** What has come too soon for the order, by what it waits for. */
  private readonly held = new Map<Event, () => void>();
  /** The events as the client was told them. */
  readonly told: Event[] = [];

  /**
   * @param socket null for a connection that WeChat refuses
   * @param ended told once
   */
  constructor(
    private readonly socket: WebSocket | null,
    private readonly ended: () => void,
    private readonly order: Order,
  ) {
    if (socket === null) {
      return;
    }
    socket.binaryType = 'arraybuffer';
    socket.on('open', () =>
      this.tell('open', () => this.opens.tell({ header: {}, profile: {} as never })),
    );
    socket.on('message', (data, isBinary) =>
      this.tell('message', () =>
        this.messages.tell({ data: isBinary ? (data as ArrayBuffer) : text(data as ArrayBuffer) }),
      ),
    );
    socket.on('error', (error) =>
      this.tell('error', () => this.errors.tell({ errMsg: error.message })),
    );
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
      this.tell('close', () => this.closes.tell({ code, reason }));
    }
  }

  /** Now, or behind what it has to wait for. */
  private tell(event: Event, tell: () => void): void {
    const before = BEFORE[this.order][event];
    if (before !== undefined && !this.told.includes(before)) {
      this.held.set(before, () => this.tell(event, tell));
      return;
    }
    this.told.push(event);
    tell();
    this.held.get(event)?.();
    this.held.delete(event);
  }
}

function text(data: ArrayBuffer): string {
  return Buffer.from(data).toString('utf8');
}
